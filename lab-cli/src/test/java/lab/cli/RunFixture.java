package lab.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lab.load.sample.LaneSummary;
import lab.load.sample.Outcome;
import lab.load.sample.Percentiles;
import lab.load.sample.Summary;
import lab.run.RunResult;
import lab.run.RunResult.Recovery;
import lab.run.RunResult.RunMachine;
import lab.run.RunResult.RunSettings;
import lab.stack.StateFiles;

/**
 * A run of checks against sync, in the form in which the lab keeps its own.
 *
 * @param id such as {@code r-0001}; a higher number is a later run
 * @param ok answered well, of 600
 * @param e502 that got a 502
 * @param lag how late the generator was, and every answer
 * @param crowded whether other programs took the processors
 */
record RunFixture(String id, long ok, long e502, Duration lag, boolean crowded) {
  private static final int SENT = 600;

  RunFixture(String id, long ok, long e502) {
    this(id, ok, e502, Duration.ofMillis(1), false);
  }

  void write(Path runs) throws IOException {
    StateFiles.write(runs.resolve(id).resolve("run.json"), result());
  }

  private RunResult result() {
    var lane =
        new LaneSummary(
            "check",
            "/check_feed",
            SENT,
            Map.of(Outcome.OK, ok, Outcome.BAD_GATEWAY, e502),
            Percentiles.NONE,
            Percentiles.NONE,
            7.3,
            7.3,
            Optional.empty());
    var late = new Percentiles(SENT, lag, lag, lag, lag, 0);
    return new RunResult(
        RunResult.SCHEMA,
        id,
        "check-feed",
        Instant.EPOCH.plusSeconds(Long.parseLong(id.substring(2))),
        "lab",
        new RunSettings(
            10, 10, 60, 1, "constant", Optional.empty(), Optional.of(false), 2, 40, 2.5, List.of()),
        new RunMachine("1.22.1", "25", 2, Map.of(), Optional.empty(), Optional.empty()),
        new Summary(List.of(lane), late, late, late),
        Map.of(),
        Map.of("/check_feed", Map.of("sync", ok)),
        Map.of(),
        new Recovery(0, 0, Optional.empty(), 0),
        "nothing",
        crowded,
        true,
        Optional.empty());
  }
}
