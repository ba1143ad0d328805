package lab.verify;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import lab.check.CheckResult;
import lab.check.Verdict;
import lab.check.judge.NginxLoadsJudge;
import lab.check.judge.RecordJudge;
import lab.check.judge.Results;
import lab.check.spec.CheckKind;
import lab.check.spec.CheckSpec;
import lab.check.spec.LoadSpec;
import lab.course.stage.Stage;
import lab.run.RunFolder;
import lab.stack.ServerJar;
import lab.stack.StackSettings;
import lab.stack.StateFiles;
import lab.verify.file.NginxFile;

/** Judges the checks of one stage, in their order, each only when what it needs has passed. */
public final class Verification {
  private final Wanted wanted;
  private final Stage stage;
  private final CheckClock listener;
  private final Laboratory laboratory;
  private final RunFolder folder;
  private final Map<String, CheckResult> results = new LinkedHashMap<>();
  private final Isolation isolation;
  private final LoadTrials trials;
  private final WhatIf whatIf;
  private boolean leftOut;

  /**
   * What is to be verified.
   *
   * @param state the checkout's {@code .lab}
   * @param settings of the programs, with the speed that is asked for; asked once, when a stack is
   *     wanted, and may be refused then for what the learner's {@code stack.yaml} says
   * @param reference the same with the sizes of the reference solution
   * @param repeat when a load gets a second trial
   * @param only the checks to judge, with what they need; empty for all
   * @param fast whether only checks are judged that start nothing
   * @param until a check after which nothing more is judged; empty for none
   */
  public record Wanted(
      Submission submission,
      Path state,
      ServerJar serverJar,
      Supplier<StackSettings> settings,
      Supplier<StackSettings> reference,
      Ledger ledger,
      Graders graders,
      Repeat repeat,
      Optional<String> only,
      boolean fast,
      Optional<String> until) {
    /** Whether every check of the stage is judged, so that a pass is a pass of the stage. */
    boolean whole() {
      return only.isEmpty() && !fast && until.isEmpty();
    }

    /** The same with other places for what is kept. */
    public Wanted inState(Path other) {
      return new Wanted(
          submission,
          other,
          serverJar,
          settings,
          reference,
          ledger,
          graders,
          repeat,
          only,
          fast,
          until);
    }
  }

  private Verification(Wanted wanted, WarmRig warm, RunFolder folder, VerifyListener listener) {
    this.wanted = wanted;
    this.stage = wanted.submission().stage();
    this.listener = new CheckClock(stage, warm, listener);
    this.folder = folder;
    this.laboratory =
        new Laboratory(
            new Laboratory.Parts(
                wanted.submission(),
                wanted.state(),
                wanted.serverJar(),
                wanted.settings(),
                wanted.reference()),
            warm,
            folder,
            this.listener);
    this.isolation = new Isolation(wanted.submission().root(), wanted.state());
    this.trials = new LoadTrials(stage, laboratory, wanted.repeat(), this.listener, isolation);
    this.whatIf = new WhatIf(laboratory, trials, this.listener);
  }

  /**
   * Verifies, and keeps evidence and results in a run folder.
   *
   * @throws lab.problem.ProblemException when the environment is not fit: nginx missing, a port
   *     taken
   * @throws IOException when the run cannot be kept
   * @throws InterruptedException when this thread was told to stop waiting; nothing runs on
   */
  public static Verified run(Wanted wanted, VerifyListener listener)
      throws IOException, InterruptedException {
    try (var warm = WarmRig.forOne()) {
      return run(wanted, warm, listener);
    }
  }

  /** Verifies on a stack that may be up already, and is left up. */
  public static Verified run(Wanted wanted, WarmRig warm, VerifyListener listener)
      throws IOException, InterruptedException {
    var folder = RunFolder.next(wanted.state().resolve("runs"));
    var verified = run(wanted, folder, warm, listener);
    folder.becomeLatest();
    return verified;
  }

  /** The same, kept in a folder that is there; whether it is the latest run is its owner's. */
  public static Verified run(Wanted wanted, RunFolder folder, WarmRig warm, VerifyListener listener)
      throws IOException, InterruptedException {
    var at = Instant.now();
    long begin = System.nanoTime();
    var verification = new Verification(wanted, warm, folder, listener);
    verification.judgeAll();
    var verified = verification.verified(at, (System.nanoTime() - begin) / 1e9);
    StateFiles.write(file(folder), verified);
    return verified;
  }

  /** Where the result of a run is kept. */
  public static Path file(RunFolder folder) {
    return folder.path().resolve("verify.json");
  }

  private void judgeAll() throws IOException, InterruptedException {
    for (var check : wanted.only().map(stage::withNeeds).orElse(stage.checks())) {
      var result = Again.in(stage, result(check));
      results.put(check.id(), result);
      listener.judged(result);
      if (wanted.until().filter(check.id()::equals).isPresent()) {
        return;
      }
    }
  }

  private CheckResult result(CheckSpec check) throws IOException, InterruptedException {
    var blocked = check.needs().stream().filter(need -> !opens(need)).findFirst();
    if (blocked.isPresent()) {
      return Results.skipped(check, "waits for " + blocked.get());
    }
    if (wanted.fast() && !check.kind().fast()) {
      leftOut = true;
      return Results.skipped(check, "needs traffic or a JVM: lab verify " + stage.number());
    }
    return listener.judge(
        check, laboratory::speed, () -> isolation.judge(check, () -> judge(check)));
  }

  /** A check that this version cannot judge bars nobody's way. */
  private boolean opens(String need) {
    return hasPassed(need)
        || stage.check(need).map(CheckSpec::kind).stream()
            .anyMatch(CheckKind.NotInThisVersion.class::isInstance);
  }

  private boolean hasPassed(String check) {
    return Optional.ofNullable(results.get(check))
        .filter(result -> result.verdict() == Verdict.PASS)
        .isPresent();
  }

  private CheckResult judge(CheckSpec check) throws IOException, InterruptedException {
    var submission = wanted.submission();
    return switch (check.kind()) {
      case CheckKind.NginxLoads() ->
          NginxLoadsJudge.judge(
              check,
              new NginxFile(laboratory.judged(), Optional.of(wanted.state())).look().checked());
      case CheckKind.Prediction kind ->
          RecordJudge.prediction(
              check,
              kind,
              stage.number(),
              Optional.ofNullable(wanted.ledger().predictions().get(kind.prediction())),
              wanted.ledger().runs());
      case CheckKind.RunRecorded kind ->
          RecordJudge.runs(
              check, kind, RunRecords.asked(stage.variation()), wanted.ledger().runs());
      case CheckKind.Answer kind -> Answers.judge(check, submission, kind.question());
      case CheckKind.Findings kind ->
          wanted.graders().findings(check, kind, submission.file("findings.md"));
      case CheckKind.Snippet kind ->
          wanted
              .graders()
              .snippet(
                  check,
                  kind,
                  submission.inStage(kind.file()),
                  stage.folder().resolve(kind.spec()));
      case CheckKind.Traffic kind -> trials.result(check, load(kind.of()));
      case CheckKind.ServedBy kind -> trials.result(check, load(kind.of()));
      case CheckKind.Causality kind ->
          whatIf.causality(check, kind, load(kind.of()), slos(load(kind.of())));
      case CheckKind.CapacityPlan kind ->
          whatIf.capacityPlan(check, kind, load(kind.of()), slos(load(kind.of())));
      case CheckKind.NotInThisVersion _ -> Results.skipped(check, "not in this version");
    };
  }

  /** The traffic checks of a load that have passed. */
  private List<CheckKind.Traffic> slos(LoadSpec load) {
    return stage.checks().stream()
        .filter(check -> check.kind().load().filter(load.id()::equals).isPresent())
        .filter(check -> hasPassed(check.id()))
        .map(CheckSpec::kind)
        .filter(CheckKind.Traffic.class::isInstance)
        .map(CheckKind.Traffic.class::cast)
        .toList();
  }

  private LoadSpec load(String id) {
    return stage.load(id).orElseThrow();
  }

  private Verified verified(Instant at, double seconds) {
    int points =
        stage.checks().stream()
            .mapToInt(check ->
                Optional.ofNullable(results.get(check.id()))
                    .map(result -> result.earned(check.points()))
                    .orElse(0))
            .sum();
    int outOf =
        stage.checks().stream()
            .filter(check -> !(check.kind() instanceof CheckKind.NotInThisVersion))
            .mapToInt(CheckSpec::points)
            .sum();
    var verdict = verdict();
    return new Verified(
        Verified.SCHEMA,
        stage.id(),
        folder.id(),
        at,
        laboratory.speed(),
        verdict,
        points,
        outOf,
        List.copyOf(results.values()),
        trials.repeated().stream().map(result -> Again.in(stage, result)).toList(),
        laboratory.notes(),
        verdict == Verdict.PASS && wanted.whole()
            ? Foretold.all(stage.predictions(), wanted.ledger().predictions())
            : List.of(),
        laboratory.replaySeconds(),
        seconds);
  }

  /**
   * What holds so far is no pass where checks were left out. Whoever asks for one check alone wants
   * to know about that one.
   */
  private Verdict verdict() {
    var judged =
        wanted.whole()
            ? Verified.over(stage, results.values())
            : Verdict.over(results.values().stream().map(CheckResult::verdict).toList());
    return judged == Verdict.PASS && leftOut ? Verdict.SKIPPED : judged;
  }
}
