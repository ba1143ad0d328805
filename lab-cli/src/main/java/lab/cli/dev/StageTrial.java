package lab.cli.dev;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import lab.check.CheckResult;
import lab.check.Verdict;
import lab.check.spec.CheckKind;
import lab.check.spec.CheckSpec;
import lab.cli.course.Desk;
import lab.cli.verify.VerifySettings;
import lab.course.hint.HintChooser;
import lab.course.stage.Hint;
import lab.course.stage.Stage;
import lab.course.stage.TriedAnswer;
import lab.load.sample.Crowded;
import lab.stack.machine.Neighbours;
import lab.verify.Ledger;
import lab.verify.Repeat;
import lab.verify.Submission;
import lab.verify.Verification;
import lab.verify.Verified;
import lab.verify.VerifyListener;
import lab.verify.WarmRig;

/** One stage under an author's eyes: its starter, its solution, its right and wrong answers. */
final class StageTrial {
  private final Desk desk;
  private final Stage stage;
  private final WarmRig warm;
  private final int speed;
  private final Retries retries;
  private final Consumer<String> progress;

  /** One for all that must pass: a speed that is too much for one of them is so for the next. */
  private final Retries.Pace passing;

  private Optional<Ledger> made = Optional.empty();

  /**
   * How far a stage is judged; with neither, to its end.
   *
   * @param only the one check that matters, which is judged with what it needs
   * @param until a check after which nothing more is judged
   */
  private record Scope(Optional<String> only, Optional<String> until) {
    static final Scope ALL = new Scope(Optional.empty(), Optional.empty());

    static Scope only(String check) {
      return new Scope(Optional.of(check), Optional.empty());
    }

    boolean asksForRuns(Stage stage) {
      return only.map(stage::withNeeds).orElse(stage.checks()).stream()
          .anyMatch(check -> check.kind() instanceof CheckKind.RunRecorded);
    }
  }

  /**
   * Prepares a trial.
   *
   * @param tries how often a verification is begun while the machine is too busy to tell, each time
   *     at half the speed; 1 counts what learners would be told
   */
  StageTrial(
      Desk desk, Stage stage, WarmRig warm, int speed, int tries, Consumer<String> progress) {
    this.desk = desk;
    this.stage = stage;
    this.warm = warm;
    this.speed = speed;
    this.retries = new Retries(tries, progress);
    this.progress = progress;
    this.passing = new Retries.Pace(speed);
  }

  /**
   * What a learner has who did all that the stage asks for. The runs are made once, for all
   * submissions, and only when a check looks at them.
   */
  private Ledger ledger(Scope scope) throws IOException, InterruptedException {
    var workspace = desk.workspace();
    var author =
        new AuthorLedger(
            workspace.root(), workspace.state().resolve("dev"), workspace.serverJar(), progress);
    if (!scope.asksForRuns(stage)) {
      return author.predicted(stage);
    }
    if (made.isEmpty()) {
      var settings =
          new VerifySettings(desk, Submission.solution(workspace.root(), stage)).settings(speed);
      made = Optional.of(author.of(stage, settings));
    }
    return made.get();
  }

  /**
   * The starter must not pass, and says which check stands in the way. Where files are judged, it
   * must be refused for them: with all on record that the stage asks for.
   */
  Outcome starter() throws IOException, InterruptedException {
    var submission = rendered("starter", Submission.starter(desk.workspace().root(), stage));
    boolean files = stage.checks().stream().anyMatch(check -> check.kind().looksAtFiles());
    var ledger = files ? ledger(Scope.ALL) : AuthorLedger.empty();
    var verified = verify(submission, ledger, Scope.ALL, Repeat.NEVER, new Retries.Pace(speed));
    var failed =
        verified.checks().stream().filter(one -> one.verdict() == Verdict.FAIL).findFirst();
    return outcome(
        "starter",
        failed.isPresent(),
        failed
            .map(one -> "fails at " + one.check())
            .orElse("is not refused: " + words(verified.verdict())),
        failed.or(
            () -> verified.checks().stream().filter(one -> one.reason().isPresent()).findFirst()),
        verified);
  }

  /** The solution must pass. */
  Outcome solution() throws IOException, InterruptedException {
    return passes("solution", Submission.solution(desk.workspace().root(), stage), Scope.ALL);
  }

  /**
   * A right answer must pass. What each of its edits buys is not tried: that takes more replays
   * than all the rest, and decides over no routing.
   */
  Outcome right(TriedAnswer.Right right) throws IOException, InterruptedException {
    return passes(
        right.id(),
        Submission.tried(desk.workspace().root(), stage, right),
        new Scope(
            Optional.empty(),
            stage.checks().stream()
                .filter(check -> !(check.kind() instanceof CheckKind.Causality))
                .map(CheckSpec::id)
                .reduce((_, last) -> last)));
  }

  private Outcome passes(String what, Submission files, Scope scope)
      throws IOException, InterruptedException {
    var verified = verify(rendered(what, files), ledger(scope), scope, Repeat.ALWAYS, passing);
    var first = against(verified.checks().stream().filter(one -> !later(one)).toList());
    return outcome(
        what,
        first.isEmpty(),
        first
            .map(one -> one.check() + ": " + words(one.verdict()) + ", " + one.headline())
            .orElse("passes" + left(verified)),
        first,
        verified);
  }

  /** What a later version of the lab has to judge. */
  private String left(Verified verified) {
    var later = verified.checks().stream().filter(this::later).map(CheckResult::check).toList();
    return later.isEmpty() ? "" : "; not in this version: " + String.join(", ", later);
  }

  private boolean later(CheckResult result) {
    return stage
        .check(result.check())
        .filter(check -> check.kind() instanceof CheckKind.NotInThisVersion)
        .isPresent();
  }

  /**
   * A wrong answer must fail at its named check, which gives its named hint.
   *
   * @param repeat when a load gets a second trial
   */
  Outcome wrong(TriedAnswer.Wrong wrong, Repeat repeat) throws IOException, InterruptedException {
    var submission = rendered(wrong.id(), Submission.tried(desk.workspace().root(), stage, wrong));
    var scope = Scope.only(wrong.fails());
    var verified = verify(submission, ledger(scope), scope, repeat, new Retries.Pace(speed));
    var faults = new ArrayList<String>();
    var named =
        verified.checks().stream().filter(one -> one.check().equals(wrong.fails())).findFirst();
    if (named.filter(one -> one.verdict() == Verdict.FAIL).isEmpty()) {
      faults.add(
          "does not fail at "
              + wrong.fails()
              + ", which says "
              + named.map(one -> words(one.verdict()) + ", " + one.headline()).orElse("nothing"));
    } else {
      var hint = named.flatMap(this::hint);
      if (hint.filter(one -> one.id().equals(wrong.hint())).isEmpty()) {
        faults.add(
            "gets the hint "
                + hint.map(Hint::id).orElse("none")
                + " instead of "
                + wrong.hint()
                + named.map(one -> " for " + one.signs()).orElse(""));
      }
    }
    return outcome(
        wrong.id(),
        faults.isEmpty(),
        faults.isEmpty() ? "fails at " + wrong.fails() : String.join("; ", faults),
        named.filter(one -> one.verdict() != Verdict.SKIPPED).or(() -> against(verified.checks())),
        verified);
  }

  /**
   * An answer of the author's, as its sort must be.
   *
   * @param repeat of a wrong one: when a load gets a second trial
   */
  Outcome of(TriedAnswer answer, Repeat repeat) throws IOException, InterruptedException {
    return switch (answer) {
      case TriedAnswer.Right right -> right(right);
      case TriedAnswer.Wrong wrong -> wrong(wrong, repeat);
    };
  }

  private Outcome outcome(
      String what, boolean fine, String text, Optional<CheckResult> decisive, Verified verified) {
    boolean undecided = decisive.map(CheckResult::verdict).filter(Verdict::isUndecided).isPresent();
    return new Outcome(stage.id(), what, fine, !fine && undecided, text, decisive, verified);
  }

  /** What stands against a pass; what could be told before what could not, or was not judged. */
  static Optional<CheckResult> against(List<CheckResult> checks) {
    var open = checks.stream().filter(one -> one.verdict() != Verdict.PASS).toList();
    return open.stream()
        .filter(one -> one.verdict() == Verdict.FAIL || one.verdict() == Verdict.LAB_ERROR)
        .findFirst()
        .or(() -> open.stream().findFirst());
  }

  private Optional<Hint> hint(CheckResult failed) {
    return HintChooser.first(stage, failed.check(), failed.signs());
  }

  private Submission rendered(String what, Submission files) throws IOException {
    var dev = desk.workspace().state().resolve("dev");
    return files.rendered(dev.resolve("files").resolve(stage.id()).resolve(what));
  }

  private Verified verify(
      Submission submission, Ledger ledger, Scope scope, Repeat repeat, Retries.Pace pace)
      throws IOException, InterruptedException {
    var settings = new VerifySettings(desk, submission);
    return retries.run(
        pace,
        factor -> {
          var wanted =
              settings
                  .wanted(factor, repeat, scope.only(), false, ledger, scope.until())
                  .inState(desk.workspace().state().resolve("dev"));
          try (var neighbours = Neighbours.watch()) {
            var verified = Verification.run(wanted, warm, says());
            boolean crowded = Crowded.somewhatBy(neighbours.demand());
            return new Retries.Tried<>(verified, !isOpen(verified, scope), crowded);
          }
        });
  }

  private VerifyListener says() {
    return new VerifyListener() {
      @Override
      public void says(String words) {
        progress.accept(words);
      }
    };
  }

  /** Whether what was asked for could not be told: one check, or what it waits for; or all. */
  private static boolean isOpen(Verified verified, Scope scope) {
    var verdict =
        verified.checks().stream()
            .filter(one -> scope.only().filter(one.check()::equals).isPresent())
            .map(CheckResult::verdict)
            .filter(one -> one != Verdict.SKIPPED)
            .findFirst()
            .orElseGet(
                () -> Verdict.over(verified.checks().stream().map(CheckResult::verdict).toList()));
    return verdict.isUndecided();
  }

  private static String words(Verdict verdict) {
    return verdict.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
  }
}
