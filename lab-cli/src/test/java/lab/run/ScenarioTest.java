package lab.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import lab.load.plan.Arrivals;
import lab.load.plan.Connection;
import lab.load.plan.Lane;
import lab.load.plan.Patience;
import lab.load.plan.Plan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The incident in numbers: all that the course says of it is measured on this traffic. */
class ScenarioTest {
  private static final Duration LENGTH = Duration.ofSeconds(90);
  private static final long SEED = 42;
  private static final Scenario.Options USUAL =
      new Scenario.Options(
          Optional.empty(), Optional.empty(), Optional.empty(), Arrivals.CONSTANT, SEED);

  private static final Lane CHECKS =
      requests("check", "/check_feed", 10, Arrivals.CONSTANT, 90, LENGTH);
  private static final Lane STREAMS = streams(80);
  private static final Lane HASHES = requests("hash", "/hash_me", 3, Arrivals.CONSTANT, 10, LENGTH);
  private static final Lane PROBE = probe(LENGTH);

  @Test
  void theIncidentIsChecksStreamsAndHashesAndAProbe() {
    assertThat(Scenario.INCIDENT.plan(USUAL))
        .isEqualTo(new Plan(List.of(CHECKS, STREAMS, HASHES, PROBE), LENGTH, SEED));
  }

  @Test
  void theOthersAreItsParts() {
    assertThat(Scenario.CHECK_FEED.plan(USUAL))
        .as("no probe beside polls whose number is counted")
        .isEqualTo(new Plan(List.of(CHECKS), LENGTH, SEED));
    assertThat(Scenario.STREAM_FEED.plan(USUAL))
        .isEqualTo(new Plan(List.of(STREAMS, PROBE), LENGTH, SEED));
    assertThat(Scenario.HASH.plan(USUAL)).isEqualTo(new Plan(List.of(HASHES, PROBE), LENGTH, SEED));
  }

  @ParameterizedTest
  @CsvSource({"1, 90, 10", "10, 9, 100", "100, 0.9, 1000"})
  void aSpeedDividesPatienceAndLengthAndMultipliesTheRate(
      int speed, double seconds, double perSecond) {
    var plan = Scenario.CHECK_FEED.plan(USUAL).atSpeed(speed);
    var short90 = Duration.ofMillis(Math.round(seconds * 1000));
    assertThat(plan.duration()).isEqualTo(short90);
    assertThat(plan.lanes().getFirst().patience()).isEqualTo(Patience.of(short90));
    assertThat(((Lane.Requests) plan.lanes().getFirst()).perSecond()).isEqualTo(perSecond);
  }

  @ParameterizedTest
  @EnumSource(Arrivals.class)
  void whatAPersonAsksForIsSentAndTheProbeStaysScattered(Arrivals arrivals) {
    var length = Duration.ofMinutes(2);
    assertThat(Scenario.INCIDENT.plan(asked(arrivals)))
        .isEqualTo(
            new Plan(
                List.of(
                    requests("check", "/check_feed", 7.5, arrivals, 90, length),
                    streams(200),
                    requests("hash", "/hash_me", 5, arrivals, 10, length),
                    probe(length)),
                length,
                SEED));
  }

  @Test
  void theRateIsThatOfTheHashesWhereTheyAreTheMainLane() {
    assertThat(Scenario.HASH.plan(asked(Arrivals.POISSON)).lanes().getFirst())
        .isEqualTo(requests("hash", "/hash_me", 7.5, Arrivals.POISSON, 10, Duration.ofMinutes(2)));
  }

  @Test
  void aRunRecordsWhichArrivalsItHadAndIsWatchedUntilItHasRecovered() {
    var options = asked(Arrivals.POISSON);
    assertThat(Traffic.of(Scenario.CHECK_FEED, options))
        .isEqualTo(
            new Traffic(
                "check-feed", Scenario.CHECK_FEED.plan(options), "poisson", true, List.of()));
  }

  /** How long recovery takes follows from what waits: no cap may end the watch. */
  @Test
  void theProbeOfRecoveryIsSeldomAndMayLastForHours() {
    var length = Duration.ofHours(3);
    var plan = Scenario.recoveryProbe(length, SEED);
    assertThat(plan.lanes())
        .containsExactly(requests("recovery", "/?recovery", 0.2, Arrivals.CONSTANT, 10, length));
    assertThatCode(plan::demandWithinCaps).doesNotThrowAnyException();
  }

  private static Scenario.Options asked(Arrivals arrivals) {
    return new Scenario.Options(
        Optional.of(7.5),
        Optional.of(200),
        Optional.of(Duration.ofMinutes(2)),
        arrivals,
        SEED,
        Optional.of(5.0));
  }

  private static Lane probe(Duration length) {
    return requests("probe", "/", 1, Arrivals.SCATTERED, 10, length);
  }

  private static Lane streams(int connections) {
    return new Lane.Streams(
        "stream",
        "/stream_feed",
        connections,
        Duration.ofSeconds(2),
        Patience.of(Duration.ofSeconds(90)),
        Duration.ZERO);
  }

  private static Lane requests(
      String name,
      String route,
      double perSecond,
      Arrivals arrivals,
      int patienceSeconds,
      Duration length) {
    return new Lane.Requests(
        name,
        route,
        perSecond,
        arrivals,
        Connection.NEW,
        Patience.of(Duration.ofSeconds(patienceSeconds)),
        Duration.ZERO,
        length);
  }
}
