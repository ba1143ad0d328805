package lab.check.judge;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lab.check.CheckResult;
import lab.check.CheckResult.Reason;
import lab.check.Signs;
import lab.check.evidence.PredictionOnRecord;
import lab.check.evidence.RunOnRecord;
import lab.check.spec.AskedRun;
import lab.check.spec.CheckKind.Prediction;
import lab.check.spec.CheckKind.RunRecorded;
import lab.check.spec.CheckKind.RunRecorded.Shows;
import lab.check.spec.CheckSpec;
import lab.check.spec.OwnNumbers;

/** Is it on record: a prediction, and in time; a run, and of what it must show? */
public final class RecordJudge {
  /** The least that must have been sent, as a share of what the learner's numbers send. */
  private static final double LEAST_SENT = 0.9;

  /** So many standard deviations below its mean a number that is drawn may be. */
  private static final double CHANCE = 3;

  private RecordJudge() {}

  /**
   * Judges a prediction: that it was made, and when; never whether it was right.
   *
   * @param stage its number: the learner may be at another one by now
   */
  public static CheckResult prediction(
      CheckSpec spec,
      Prediction kind,
      String stage,
      Optional<PredictionOnRecord> made,
      List<RunOnRecord> runs) {
    if (made.isEmpty()) {
      return Results.fail(
          spec,
          "not on record",
          new Reason(
              "a prediction, before the run",
              "none",
              List.of(),
              "What surprises you is what you learn; without a prediction nothing can.",
              List.of("lab predict " + kind.prediction() + " NUMBER --stage " + stage)),
          Signs.NO_PREDICTION);
    }
    var said = "you said " + made.get().value();
    // It cannot be made earlier any more: the lesson is told, and the way is not barred.
    return kind.before()
        .filter(run -> wasMadeBefore(made.get(), run, runs))
        .map(run ->
            new CheckResult(
                spec.id(),
                spec.title(),
                lab.check.Verdict.PASS,
                said + ", after the first " + run.command(),
                Optional.empty(),
                List.of(Signs.PREDICTED_LATE),
                Map.of()))
        .orElseGet(() -> Results.pass(spec, said));
  }

  private static boolean wasMadeBefore(
      PredictionOnRecord prediction, AskedRun asked, List<RunOnRecord> runs) {
    return runs.stream()
        .filter(run -> asked.isMadeBy(run.scenario(), run.upstream(), run.blockingFeed()))
        .anyMatch(run -> run.started().isBefore(prediction.at()));
  }

  /**
   * Judges whether every run that is asked for is there, and of the learner's own incident.
   *
   * @param own the numbers that it must have
   */
  public static CheckResult runs(
      CheckSpec spec, RunRecorded kind, OwnNumbers own, List<RunOnRecord> runs) {
    var found = new ArrayList<String>();
    var missing = new ArrayList<String>();
    var near = new ArrayList<String>();
    for (var upstream : kind.upstreams()) {
      var candidates =
          runs.stream()
              .filter(run -> run.scenario().equals(kind.scenario()))
              .filter(run -> run.upstream().equals(upstream))
              .toList();
      var good = candidates.stream().filter(run -> faults(kind, own, run).isEmpty()).findFirst();
      good.ifPresentOrElse(
          run -> found.add(run.id() + words(upstream)),
          () -> missing.addAll(next(kind, own, upstream, candidates)));
      if (good.isEmpty()) {
        candidates.forEach(
            run -> near.add(run.id() + ": " + String.join(", ", faults(kind, own, run))));
      }
    }
    if (missing.isEmpty()) {
      return Results.pass(spec, String.join(", ", found));
    }
    return Results.fail(
        spec,
        found.size() + " of " + kind.upstreams().size() + " on record",
        new Reason(
            "a finished run of " + kind.scenario() + " with your numbers" + shows(kind),
            near.isEmpty() ? "no such run" : "runs that do not count",
            near,
            "Everything later in this course is said of runs that you made.",
            missing.stream().distinct().toList()),
        Signs.NO_RUN);
  }

  /** What makes a run that counts; with the learner's numbers where one of others was made. */
  private static List<String> next(
      RunRecorded kind, OwnNumbers own, String upstream, List<RunOnRecord> made) {
    var next = new ArrayList<String>();
    if (made.stream().anyMatch(run -> !isSizedAs(own, run))) {
      next.add(
          "edit stack.yaml: sync-workers: %d, pool-threads: %d"
              .formatted(own.syncWorkers(), own.poolThreads()));
    }
    boolean other = made.stream().anyMatch(run -> !missed(own, run).isEmpty());
    next.add(kind.command(upstream) + (other ? own.options(kind.scenario()) : ""));
    return next;
  }

  private static List<String> faults(RunRecorded kind, OwnNumbers own, RunOnRecord run) {
    var faults = new ArrayList<String>();
    if (!run.complete()) {
      faults.add("cut short");
    }
    if (!run.valid()) {
      faults.add("the machine spoilt it, as lab show " + run.id() + " says");
    }
    if (kind.blockingFeed() && !run.blockingFeed()) {
      faults.add("not with --blocking-feed");
    }
    if (run.seconds() < kind.minSeconds()) {
      faults.add("a load of %.0f s, not %.0f s".formatted(run.seconds(), kind.minSeconds()));
    }
    if (run.complete() && run.valid()) {
      faults.addAll(missed(own, run));
    }
    if (!isSizedAs(own, run)) {
      faults.add(
          "on %d workers and %d threads, where your incident has %d and %d"
              .formatted(
                  run.size().syncWorkers(),
                  run.size().poolThreads(),
                  own.syncWorkers(),
                  own.poolThreads()));
    }
    kind.shows().flatMap(shows -> doesNotShow(shows, run)).ifPresent(faults::add);
    return faults;
  }

  private static boolean isSizedAs(OwnNumbers own, RunOnRecord run) {
    return run.size().equals(new RunOnRecord.Size(own.syncWorkers(), own.poolThreads()));
  }

  /** The lanes over which clearly less was sent than in the learner's incident. */
  private static List<String> missed(OwnNumbers own, RunOnRecord run) {
    var missed = new ArrayList<String>();
    own.sent(run.scenario(), run.seconds())
        .forEach((lane, wanted) -> {
          double chance = run.random() ? CHANCE * Math.sqrt(wanted) : 0;
          long sent = count(run, lane).sent();
          if (sent < LEAST_SENT * wanted - chance) {
            missed.add(
                "%d sent over lane %s, where your incident sends %.0f"
                    .formatted(sent, lane, wanted));
          }
        });
    return missed;
  }

  private static RunOnRecord.Count count(RunOnRecord run, String lane) {
    return run.lanes().getOrDefault(lane, new RunOnRecord.Count(0, 0));
  }

  private static Optional<String> doesNotShow(Shows shows, RunOnRecord run) {
    double ok = count(run, shows.lane()).okShare();
    boolean failedEnough = shows.failedShare().map(share -> 1 - ok >= share).orElse(true);
    boolean okEnough = shows.okShare().map(share -> ok >= share).orElse(true);
    return failedEnough && okEnough
        ? Optional.empty()
        : Optional.of("%s of lane %s were fine".formatted(Share.percent(ok), shows.lane()));
  }

  private static String shows(RunRecorded kind) {
    return kind.shows()
        .map(shows ->
            shows
                    .failedShare()
                    .map(share -> ", in which at least " + Share.percent(share) + " fail")
                    .orElse("")
                + shows
                    .okShare()
                    .map(share -> ", in which at least " + Share.percent(share) + " are fine")
                    .orElse(""))
        .orElse("");
  }

  private static String words(String upstream) {
    return upstream.equals("as-is") ? "" : " (" + upstream + ")";
  }
}
