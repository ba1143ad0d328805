package lab.check.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import lab.check.Verdict;
import lab.check.evidence.Arm;
import lab.check.evidence.Health;
import lab.check.evidence.Trial;
import lab.check.spec.CheckKind.Traffic;
import lab.load.sample.Outcome;
import org.junit.jupiter.api.Test;

/** What can be judged on a machine that is not fit to measure on. */
class UnfitMachineTest {
  private static final Traffic CHECKS = Arms.traffic("check", Arms.okWithin(0.99, 3));
  private static final Traffic STREAMS = Arms.traffic("stream", Arms.streams(0.95, 0.7));
  private static final Traffic APART = Arms.traffic("probe", Arms.held(0.1));
  private static final Health LATE = new Health(0, 0, 0.2, false, 80);

  private final Arm lagging =
      new Arms()
          .answered("check", "/check_feed", 600, 480, "pooled")
          .answered("probe", "/", 60, 2, "sync")
          .streaming(80, 12, "async")
          .health(LATE)
          .named("control");

  private Verdict judge(Traffic traffic, Arm yours) {
    return TrafficJudge.judge(
            Arms.spec("it", traffic), traffic, new Trial(Optional.of(lagging), yours), List.of())
        .verdict();
  }

  @Test
  void countsOfAWholeLoadStand() {
    var yours =
        new Arms().answered("probe", "/", 60, 2, "sync").streaming(80, 24, "async").named("y");
    assertThat(judge(Arms.traffic("probe", Arms.ok(0.97)), yours)).isEqualTo(Verdict.PASS);
    assertThat(judge(STREAMS, yours)).isEqualTo(Verdict.PASS);
  }

  @Test
  void ticksAreHeldAgainstTheFeedNotAgainstTheLaggard() {
    var yours = new Arms().streaming(80, 12, "async").named("as slow as the control");
    assertThat(judge(STREAMS, yours)).isEqualTo(Verdict.INCONCLUSIVE);
  }

  @Test
  void whatTheControlDecidesStaysOpen() {
    var yours =
        new Arms()
            .answered("check", "/check_feed", 600, 480, "pooled")
            .answered("probe", "/", 60, 2, "sync")
            .named("yours");
    assertThat(judge(CHECKS, yours)).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(judge(APART, yours)).isEqualTo(Verdict.INCONCLUSIVE);
  }

  @Test
  void nothingFails() {
    var yours = new Arms().failed("probe", "/", 60, Outcome.BAD_GATEWAY, "sync").named("yours");
    assertThat(judge(Arms.traffic("probe", Arms.ok(0.97)), yours)).isEqualTo(Verdict.INCONCLUSIVE);
  }

  /**
   * {@code ./mvnw verify} beside stress-ng: 45 of 45 were answered, and it was called undecided.
   */
  @Test
  void whatNeighboursTookCannotHaveAnsweredARequest() {
    var crowded = new Health(0, 0.91, 0, true, 3);
    var yours = new Arms().answered("probe", "/", 60, 40, "sync").health(crowded).named("yours");
    assertThat(judge(Arms.traffic("probe", Arms.ok(0.97)), yours)).isEqualTo(Verdict.PASS);
    assertThat(judge(APART, yours)).isEqualTo(Verdict.INCONCLUSIVE);
  }

  @Test
  void aStolenProcessorPassesNobody() {
    var stolen = new Health(0.2, 0, 0.3, true, 3);
    var yours = new Arms().answered("probe", "/", 60, 40, "sync").health(stolen).named("yours");
    assertThat(judge(Arms.traffic("probe", Arms.ok(0.97)), yours)).isEqualTo(Verdict.INCONCLUSIVE);
  }

  @Test
  void whoeverLaggedTooProvesNothing() {
    var yours = new Arms().answered("probe", "/", 60, 2, "sync").health(LATE).named("yours");
    assertThat(judge(Arms.traffic("probe", Arms.ok(0.97)), yours)).isEqualTo(Verdict.INCONCLUSIVE);
  }

  /** The pacer was in time and the bytes were not: fewer were in flight than planned. */
  @Test
  void bytesThatLeftLateProveNothing() {
    var arms = new Arms().answered("probe", "/", 60, 2, "sync");
    var yours = arms.sentLate(Arms.millis(400)).named("yours");
    assertThat(judge(Arms.traffic("probe", Arms.ok(0.97)), yours)).isEqualTo(Verdict.INCONCLUSIVE);
  }
}
