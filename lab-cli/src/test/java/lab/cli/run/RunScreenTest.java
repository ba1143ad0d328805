package lab.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import lab.load.sample.LaneSummary;
import lab.load.sample.Outcome;
import lab.load.sample.Percentiles;
import lab.load.sample.StreamFigures;
import lab.load.sample.Summary;
import lab.run.Gauges.ModeGauge;
import lab.run.RunResult;
import lab.run.RunResult.Recovery;
import lab.run.RunResult.RunMachine;
import lab.run.RunResult.RunSettings;
import lab.run.nginx.NginxReasons.Reason;
import lab.screen.Ink;
import org.junit.jupiter.api.Test;

/** A whole report, as it stands on the screen. */
class RunScreenTest {
  @Test
  void everyFigureStandsOnTheScreenInItsPlace() {
    assertThat(String.join("\n", report(80).lines()))
        .isEqualTo(
            """

              ROUTE         SENT  OK  502  504  REFUSED  CUT  TIMED OUT  NOT SENT
              /check_feed    900  79  421    0        0    0        400         0
              /stream_feed    76   2   60   14        0    0          0         4
              /               90   9   70    0        0    0         11         0
              nginx on no route  3 x worker_connections are not enough
              nginx on /check_feed  419 x no live upstreams, 4 x timed out waiting for the
                                    answer, 2 x refused, 1 x closed early

              RESPONSE TIME               p50       p95       p99       MAX  ANSWERS
              /check_feed              3.10 s  > 9.02 s  > 9.03 s  > 9.04 s      500
                from the actual start  3.05 s  > 9.00 s  > 9.01 s  > 9.02 s      500
              /                         15 ms  > 1.01 s  > 1.02 s  > 1.03 s       79
                from the actual start   14 ms  > 1.00 s  > 1.01 s  > 1.02 s       79
              schedule lag             0.3 ms    1.2 ms    4.7 ms     12 ms     1066
              /stream_feed: 2 of 76 ever ticked, 1 alive at the end, 0.8 ticks a second

              /check_feed  answered by sync 79
              /stream_feed answered by async 1, sync 2
              pooled       at most 3 in flight, 7 queued, 0 in the kernel; 96 MB
              sync         at most 2 in flight, 0 queued, 129 in the kernel; 150 MB
              recovery  73 dead requests waited when the load ended (predicted: 9.1 s of
                        work); / answered again 10.4 s after the load

              What ran out  Worker processes ran out: streams held both.
              Kept in  runs/r-0007\
            """);
  }

  @Test
  void aNarrowScreenLosesOutcomesThatNobodyHadAndTheMaximum() {
    var lines = report(60).lines();
    assertThat(lines)
        .contains(
            "  ROUTE         SENT  OK  502  504  TIMED OUT  NOT SENT",
            "  /check_feed    900  79  421    0        400         0")
        .contains(
            "  RESPONSE TIME               p50       p95       p99",
            "  /check_feed              3.10 s  > 9.02 s  > 9.03 s");
    assertThat(lines).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(60));
  }

  @Test
  void itsHeadSaysWhatWasReplayedOnWhat() {
    assertThat(report(80).head())
        .containsExactly(
            "  r-0007  incident  --upstream async  --blocking-feed  seed 7  speed 10  sync 2",
            "          workers, pooled 40 threads");
  }

  private static RunReport report(int columns) {
    var lanes =
        List.of(
            new LaneSummary(
                "check",
                "/check_feed",
                900,
                Map.of(Outcome.OK, 79L, Outcome.BAD_GATEWAY, 421L, Outcome.TIMED_OUT, 400L),
                millis(900, 3100, 9020, 9030, 9040, 400),
                millis(900, 3050, 9000, 9010, 9020, 400),
                55,
                8.8,
                Optional.empty()),
            new LaneSummary(
                "stream",
                "/stream_feed",
                76,
                Map.of(
                    Outcome.OK,
                    2L,
                    Outcome.BAD_GATEWAY,
                    60L,
                    Outcome.GATEWAY_TIMEOUT,
                    14L,
                    Outcome.NOT_SENT,
                    4L),
                Percentiles.NONE,
                Percentiles.NONE,
                8.2,
                0,
                Optional.of(new StreamFigures(76, 2, 1, 0.8, Percentiles.NONE))),
            new LaneSummary(
                "probe",
                "/",
                90,
                Map.of(Outcome.OK, 9L, Outcome.BAD_GATEWAY, 70L, Outcome.TIMED_OUT, 11L),
                millis(90, 15, 1010, 1020, 1030, 11),
                millis(90, 14, 1000, 1010, 1020, 11),
                8.8,
                1,
                Optional.empty()));
    var lag =
        new Percentiles(
            1066,
            Duration.ofNanos(300_000),
            Duration.ofNanos(1_200_000),
            Duration.ofNanos(4_700_000),
            Duration.ofMillis(12),
            0);
    var result =
        new RunResult(
            RunResult.SCHEMA,
            "r-0007",
            "incident",
            Instant.EPOCH,
            "lab",
            new RunSettings(
                10,
                10,
                90,
                7,
                "constant",
                Optional.of("async"),
                Optional.of(true),
                2,
                40,
                2.5,
                List.of()),
            new RunMachine("1.22.1", "25", 2, Map.of(), Optional.empty(), Optional.empty()),
            new Summary(lanes, lag, lag, Percentiles.NONE),
            Map.of(
                "/check_feed",
                new EnumMap<>(
                    Map.of(
                        Reason.NO_LIVE_UPSTREAMS,
                        419L,
                        Reason.TIMED_OUT_READING,
                        4L,
                        Reason.REFUSED,
                        2L,
                        Reason.CLOSED_EARLY,
                        1L)),
                "",
                Map.of(Reason.NOT_ENOUGH_CONNECTIONS, 3L)),
            Map.of(
                "/check_feed",
                Map.of("sync", 79L),
                "/stream_feed",
                new TreeMap<>(Map.of("sync", 2L, "async", 1L))),
            Map.of(
                "sync",
                mostly(2, 0, 129, 150),
                "pooled",
                mostly(3, 7, 0, 96),
                "virtual",
                mostly(0, 0, 0, 80)),
            new Recovery(9.1, 73, Optional.of(10.4), 10.4),
            "Worker processes ran out: streams held both.",
            false,
            true,
            Optional.empty());
    return new RunReport(new Ink(false), columns, result, Path.of("runs", "r-0007"));
  }

  private static Percentiles millis(
      long count, long p50, long p95, long p99, long max, long unanswered) {
    return new Percentiles(
        count,
        Duration.ofMillis(p50),
        Duration.ofMillis(p95),
        Duration.ofMillis(p99),
        Duration.ofMillis(max),
        unanswered);
  }

  /** By high-water marks; nothing is in flight any more. */
  private static ModeGauge mostly(long inFlight, long queued, long backlog, long megabytes) {
    return new ModeGauge(
        0, 0, OptionalLong.of(0), inFlight, queued, backlog, megabytes * 1024 * 1024, 20, 0, 0.1);
  }
}
