package lab.cli.findings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import lab.findings.figures.RecordedRun;
import lab.load.sample.LaneSummary;
import lab.load.sample.Outcome;
import lab.run.RunResult;
import lab.verify.RunRecords;

/**
 * Reads the recorded runs of a checkout as evidence for figures: one record a lane. Runs that were
 * cut short, or whose file is of another form, are no evidence; those whose counts do not stand are
 * marked, so that nobody is held to them.
 */
public final class RecordedRuns {
  private static final double NANOS_PER_MILLI = 1e6;

  private RecordedRuns() {}

  /**
   * All of them, oldest first.
   *
   * @param runs the folder of the run folders; need not exist
   */
  public static List<RecordedRun> in(Path runs) {
    try {
      return RunRecords.all(runs).stream()
          .filter(run -> run.schema().equals(RunResult.SCHEMA) && run.complete())
          .sorted(Comparator.comparing(RunResult::id))
          .flatMap(RecordedRuns::lanes)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * All of them, and after them one that stands for each verification, so that whoever cites one is
   * told what it is.
   *
   * @param runs the folder of the run folders; need not exist
   */
  public static List<RecordedRun> withVerifications(Path runs) {
    try {
      return Stream.concat(
              in(runs).stream(),
              RunRecords.verifications(runs).stream().map(RecordedRun::ofVerification))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<RecordedRun> lanes(RunResult run) {
    var phase = phase(run);
    var spoilt = spoilt(run);
    return run.lanes().lanes().stream()
        .map(lane ->
            new RecordedRun(
                run.id(),
                phase,
                lane.route(),
                lane.sent(),
                lane.count(Outcome.OK),
                measures(run, lane),
                spoilt));
  }

  private static Optional<String> spoilt(RunResult run) {
    if (run.countsStand()) {
      return Optional.empty();
    }
    return Optional.of(
        run.crowded() ? "other programs took the processors" : "its load generator fell behind");
  }

  /**
   * A run with one upstream for all is a comparison; one in which only sync answered, or nobody, is
   * from before.
   */
  private static String phase(RunResult run) {
    var upstream = run.settings().upstream().orElse("");
    if (!upstream.isEmpty()) {
      return upstream.equals("sync") ? "before" : upstream;
    }
    boolean rerouted =
        run.servedBy().values().stream()
            .flatMap(byMode -> byMode.keySet().stream())
            .anyMatch(mode -> !mode.equals("sync"));
    return rerouted ? "after" : "before";
  }

  /** Response times of a generator that was late are left out: only the counts stand then. */
  private static Map<String, Double> measures(RunResult run, LaneSummary lane) {
    int speed = run.settings().speed();
    var measures = new LinkedHashMap<String, Double>();
    measures.put("e502", (double) lane.count(Outcome.BAD_GATEWAY));
    measures.put("e504", (double) lane.count(Outcome.GATEWAY_TIMEOUT));
    if (lane.response().count() > 0 && run.lanes().isValid()) {
      time(measures, "p50_ms", lane.response().p50(), speed);
      time(measures, "p95_ms", lane.response().p95(), speed);
    }
    measures.put("throughput_rps", lane.throughputPerSecond());
    measures.put("throughput_rps" + RecordedRun.REAL_TIME, lane.throughputPerSecond() / speed);
    return measures;
  }

  private static void time(Map<String, Double> into, String name, Duration value, int speed) {
    double millis = value.toNanos() / NANOS_PER_MILLI;
    into.put(name, millis);
    into.put(name + RecordedRun.REAL_TIME, millis * speed);
  }
}
