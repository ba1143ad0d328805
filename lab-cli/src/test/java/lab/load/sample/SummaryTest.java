package lab.load.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SummaryTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  /** A server that stalls for a second: timing from the actual start would see one slow answer. */
  @Test
  void aStalledServersWaitIsCountedFromIntendedStart() {
    var samples = new ArrayList<Sample>();
    for (int i = 0; i < 10; i++) {
      samples.add(Samples.answered(i * 100L, Math.max(i * 100L, 1000 + i), 1001 + i));
    }
    var lane = Summary.of(samples, SECOND).lanes().getFirst();
    assertThat(lane.service().max()).isLessThan(Duration.ofMillis(2));
    assertThat(lane.response().max()).isGreaterThan(Duration.ofMillis(999));
    assertThat(lane.response().p50()).isGreaterThan(Duration.ofMillis(500));
    assertThat(lane.response().count()).isEqualTo(10);
  }

  @Test
  void whoeverGaveUpHasWaitedToo() {
    var samples =
        List.of(
            Samples.answered(0, 0, 5),
            Samples.timedOut(0, 1000),
            Samples.timedOut(0, 1000),
            Samples.timedOut(0, 1000));
    var lane = Summary.of(samples, SECOND).lanes().getFirst();
    for (var times : List.of(lane.response(), lane.service())) {
      assertThat(times.p50()).isGreaterThanOrEqualTo(SECOND);
      assertThat(times.count()).isEqualTo(4);
      assertThat(times.answered()).isEqualTo(1);
      assertThat(times.isLowerBound(25)).isFalse();
      assertThat(times.isLowerBound(50)).isTrue();
    }
  }

  /** Who was never answered would have waited longer than whoever was. */
  @Test
  void aCutRanksAboveEveryAnswerHoweverSoonItCame() {
    var samples =
        List.of(
            Samples.cut(0, 1),
            Samples.answered(0, 0, 100),
            Samples.answered(0, 0, 200),
            Samples.answered(0, 0, 300));
    var response = Summary.of(samples, SECOND).lanes().getFirst().response();
    assertThat(response.p50().toMillis()).isEqualTo(200);
    assertThat(response.isLowerBound(50)).isFalse();
    assertThat(response.max().toMillis()).isEqualTo(300);
    assertThat(response.isLowerBound(100)).isTrue();
  }

  /** The generator is held against answers alone: long waits would excuse a longer lag. */
  @Test
  void waitsInVainDoNotMakeARunValid() {
    var late = Summary.of(List.of(Samples.answered(0, 11, 100)), SECOND);
    var withWaits =
        Summary.of(List.of(Samples.answered(0, 11, 100), Samples.timedOut(0, 1000)), SECOND);
    assertThat(late.isValid()).isFalse();
    assertThat(withWaits.isValid()).isFalse();
  }

  @Test
  void aLaggingGeneratorMakesARunInvalid() {
    assertThat(Summary.of(List.of(Samples.answered(0, 9, 100)), SECOND).isValid()).isTrue();
    assertThat(Summary.of(List.of(Samples.answered(0, 11, 100)), SECOND).isValid()).isFalse();
    assertThat(Summary.of(List.of(Samples.refused(0, 1)), SECOND).isValid()).isTrue();
  }

  /** On a busy machine 502s come within milliseconds, and are asked for some milliseconds late. */
  @Test
  void aLagThatSpoilsTimesNeedNotSpoilCounts() {
    var late = Summary.of(List.of(Samples.answered(0, 40, 60)), SECOND);
    assertThat(late.isValid()).isFalse();
    assertThat(late.countsStand(SECOND)).isTrue();
    assertThat(Summary.of(List.of(Samples.answered(0, 60, 70)), SECOND).countsStand(SECOND))
        .isFalse();
  }

  @Test
  void outcomesThroughputAndGoodputAreCounted() {
    var lane =
        Summary.of(
                List.of(Samples.answered(0, 0, 5), Samples.refused(1, 2)), Duration.ofMillis(500))
            .lanes()
            .getFirst();
    assertThat(lane.sent()).isEqualTo(2);
    assertThat(lane.count(Outcome.OK)).isEqualTo(1);
    assertThat(lane.count(Outcome.REFUSED)).isEqualTo(1);
    assertThat(lane.count(Outcome.CUT)).isZero();
    assertThat(lane.throughputPerSecond()).isEqualTo(2);
    assertThat(lane.goodputPerSecond()).isEqualTo(2);
    assertThat(lane.response().count()).isEqualTo(1);
  }

  /** A queue that drains after the load would make X look like λ. */
  @Test
  void answersThatCameAfterTheLoadAreNoThroughput() {
    var samples = new ArrayList<Sample>();
    for (int i = 0; i < 10; i++) {
      samples.add(Samples.answered(i * 100L, i * 100L, i < 5 ? i * 100L + 10 : 2000));
    }
    var lane = Summary.of(samples, SECOND).lanes().getFirst();
    assertThat(lane.throughputPerSecond()).isEqualTo(5);
    assertThat(lane.goodputPerSecond()).isEqualTo(5);
    assertThat(lane.count(Outcome.OK)).isEqualTo(10);
  }

  @Test
  void streamsAreCountedByWhatTheyDid() {
    var samples =
        List.of(
            Samples.stream(Outcome.OK, 100L, 200L, 303L),
            Samples.stream(Outcome.CUT, 100L),
            Samples.stream(Outcome.TIMED_OUT));
    var streams = Summary.of(samples, SECOND).lanes().getFirst().streams().orElseThrow();
    assertThat(streams.connected()).isEqualTo(3);
    assertThat(streams.ticked()).isEqualTo(2);
    assertThat(streams.liveAtEnd()).isEqualTo(1);
    assertThat(streams.ticksPerSecond()).isEqualTo(4);
    assertThat(streams.gaps().count()).isEqualTo(2);
    var jitter = StreamFigures.jitter(samples, Duration.ofMillis(100));
    assertThat(jitter.max().toMillis()).isEqualTo(3);
  }

  @ParameterizedTest
  @CsvSource({
    "REFUSED, 0, REFUSED",
    "SILENCE, 0, TIMED_OUT",
    "DEADLINE, 200, TIMED_OUT",
    "PLAN_ENDED, 0, TIMED_OUT",
    "RESET, 0, CUT",
    "CLOSED, 0, CUT",
    "CLOSED_WHILE_IDLE, 0, CUT",
    "CUT_CHUNKED, 200, CUT",
    "CUT_BY_LENGTH, 502, BAD_GATEWAY",
    "RESET, 504, GATEWAY_TIMEOUT",
    "CUT_BY_LENGTH, 404, OTHER",
    "ENDED_EARLY, 200, CUT",
    "NOT_HTTP, 0, OTHER",
    "CAP, 0, NOT_SENT",
    "RESOURCES, 0, NOT_SENT",
    "STOPPED, 200, STOPPED",
  })
  void everyFailureHasItsOutcome(Cause cause, int status, Outcome outcome) {
    var said = status == 0 ? OptionalInt.empty() : OptionalInt.of(status);
    assertThat(new Failure(Phase.BODY, cause, "").outcome(said)).isEqualTo(outcome);
  }

  @ParameterizedTest
  @CsvSource({
    "200, OK",
    "204, OK",
    "301, OTHER",
    "499, OTHER",
    "502, BAD_GATEWAY",
    "503, OTHER",
    "504, GATEWAY_TIMEOUT"
  })
  void everyStatusHasItsOutcome(int status, Outcome outcome) {
    assertThat(Outcome.ofStatus(status)).isEqualTo(outcome);
  }

  @Test
  void samplesComeBackFromDiskAsTheyWere(@TempDir Path folder) throws Exception {
    var samples =
        List.of(
            Samples.answered(0, 1, 2), Samples.refused(3, 4), Samples.stream(Outcome.OK, 5L, 6L));
    var file = folder.resolve("samples.ndjson");
    try (var out = new SampleFile(file)) {
      samples.forEach(out::accept);
    }
    assertThat(Files.readAllLines(file)).hasSize(3);
    assertThat(SampleFile.read(file)).isEqualTo(samples);
  }
}
