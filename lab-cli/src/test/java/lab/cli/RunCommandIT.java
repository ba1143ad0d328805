package lab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import lab.run.RunResult;
import lab.stack.StateFiles;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The incident, replayed against the real programs through a real nginx: who collapses, and who
 * does not.
 */
@Tag("process")
@Tag("alone")
@Timeout(120)
class RunCommandIT {
  @TempDir static Path folder;
  private static LabBench bench = new LabBench(Path.of(""));

  @BeforeAll
  static void checkout() throws IOException {
    bench = LabBench.in(folder);
  }

  @Test
  void shippedConfigurationFailsMostChecksAndTheOutageOutlastsTheLoad() throws IOException {
    var run = PrintedRun.of(bench, "check-feed", "--duration", "12s", "--speed", "10");
    assertThat(run.lane("check").path("sent").asLong()).isEqualTo(120);
    assertThat(run.count("check", "OK")).isBetween(20L, 90L);
    assertThat(run.count("check", "BAD_GATEWAY") + run.count("check", "GATEWAY_TIMEOUT"))
        .isGreaterThanOrEqualTo(30);
    assertThat(run.at("/reasons/~1check_feed/TIMED_OUT_READING").asLong()).isPositive();
    assertThat(run.at("/servedBy/~1check_feed/sync").asLong()).isGreaterThanOrEqualTo(20);
    assertThat(run.at("/modes/sync/mostInFlight").asLong()).isEqualTo(2);
    assertThat(run.at("/recovery/deadRequests").asLong()).isGreaterThan(50);
    assertThat(run.at("/recovery/predictedSeconds").asDouble()).isGreaterThan(3);
    assertThat(run.at("/recovery/watchedSeconds").asDouble()).isGreaterThan(3);
    assertThat(run.at("/ranOut").asString()).contains("Worker processes ran out");
    var kept = bench.root().resolve(".lab/runs/latest");
    assertThat(kept.resolve("run.json")).isRegularFile();
    assertThat(kept.resolve("samples.ndjson")).isRegularFile();
    assertThat(Files.readAllLines(kept.resolve("samples.ndjson"))).hasSize(120);
    assertThat(kept.resolve("events.ndjson")).isNotEmptyFile();
    assertThat(kept.resolve("histograms/check.hgrm")).isNotEmptyFile();
    assertThat(kept.resolve("stack/logs/sync.log")).isRegularFile();
  }

  @Test
  void colourAndNarrationAreAsAskedFor() {
    var coloured = bench.lab("run", "hash", "--duration", "10s", "--color", "always");
    assertThat(coloured.exit()).as(coloured.err()).isIn(0, 3);
    assertThat(coloured.out()).contains("\u001b[", "/hash_me");
    assertThat(coloured.err()).contains("  load ");
    var plain = bench.lab("run", "hash", "--duration", "10s", "--plain", "-q");
    assertThat(plain.out()).contains("/hash_me").doesNotContain("\u001b");
    assertThat(plain.err()).isEmpty();
    assertThat(plain.out().lines())
        .allSatisfy(line -> {
          if (!line.startsWith("  Kept in")) {
            assertThat(line).hasSizeLessThanOrEqualTo(80);
          }
        });
  }

  @Test
  void aTerminalShowsHowFarTheRunIsAndWhatWaitsWhere() throws Exception {
    try (var lab = LabProcess.onTerminal(bench.root(), "run hash --duration 20s")) {
      assertThat(lab.exitCode()).isZero();
      var latest = bench.root().resolve(".lab/runs/latest/run.json");
      boolean stands = StateFiles.read(latest, RunResult.class).orElseThrow().countsStand();
      assertThat(lab.said())
          .contains(stands ? "left with 0" : "left with 3")
          .contains("IN FLIGHT", "LAST SECOND", "IN THE KERNEL'S QUEUE")
          .contains("load      [", "0.0 s of 2.0 s")
          .as("only what changes is painted again: the bar has grown")
          .contains("\u2588");
    }
  }

  @Test
  void brokenConfigurationIsNamedByLineAndLeavesNoRun() throws IOException {
    var good = Files.readString(bench.root().resolve("nginx/nginx.conf"));
    var runs = bench.root().resolve(".lab/runs");
    try {
      bench.write(good.replace("proxy_buffering off;", "proxy_buffering sometimes;"));
      long before = count(runs);
      var done = bench.lab("run", "check-feed");
      assertThat(done.exit()).isEqualTo(4);
      assertThat(done.err()).contains("sometimes").containsPattern("nginx\\.conf:\\d+");
      assertThat(count(runs)).isEqualTo(before);
    } finally {
      bench.write(good);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "run nothing",
        "run check-feed --rate 0",
        "run check-feed --rate x",
        "run check-feed --rate 1000000",
        "run check-feed --duration 601m",
        "run check-feed --speed 0",
        "run check-feed --speed 101",
        "run stream-feed --conns 0",
        "run check-feed --duration soon",
        "run stream-feed --rate 50",
        "run check-feed --conns 200",
        "run hash --conns 5",
        "run stream-feed --arrivals poisson",
        "run check-feed --upstream evented",
        "run"
      })
  void badUsageStartsNothing(String line) {
    var done = bench.lab(line.split(" ", -1));
    assertThat(done.exit()).isEqualTo(2);
    assertThat(done.err()).contains("Try: lab run --help");
  }

  private static long count(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return 0;
    }
    try (var entries = Files.list(folder)) {
      return entries.count();
    }
  }
}
