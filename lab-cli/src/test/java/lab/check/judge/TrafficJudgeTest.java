package lab.check.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import lab.check.CheckResult;
import lab.check.Signs;
import lab.check.Verdict;
import lab.check.evidence.Arm;
import lab.check.evidence.Health;
import lab.check.evidence.Peak;
import lab.check.evidence.Trial;
import lab.check.spec.CheckKind.Traffic;
import lab.load.sample.Outcome;
import org.junit.jupiter.api.Test;

class TrafficJudgeTest {
  private static final Traffic CHECKS = Arms.traffic("check", Arms.okWithin(0.99, 3));
  private static final Traffic STREAMS = Arms.traffic("stream", Arms.streams(0.95, 0.7));
  private static final Traffic APART = Arms.traffic("probe", Arms.held(0.1));

  private static final List<String> AGAIN = List.of("lab run incident");

  private final Arm control =
      new Arms()
          .answered("check", "/check_feed", 600, 480, "pooled")
          .answered("probe", "/", 60, 2, "sync")
          .streaming(80, 24, "async")
          .named("control");

  private CheckResult judge(Traffic traffic, Arm yours) {
    return TrafficJudge.judge(
        Arms.spec("it", traffic), traffic, new Trial(Optional.of(control), yours), AGAIN);
  }

  @Test
  void answersInTimePass() {
    var yours = new Arms().answered("check", "/check_feed", 600, 490, "virtual").named("yours");
    assertThat(judge(CHECKS, yours).verdict()).isEqualTo(Verdict.PASS);
  }

  @Test
  void answersThatComeThreeTimesLaterThanTheControlsAreTooLate() {
    var yours = new Arms().answered("check", "/check_feed", 600, 1500, "pooled").named("yours");
    var result = judge(CHECKS, yours);
    assertThat(result.verdict()).isEqualTo(Verdict.FAIL);
    assertThat(result.signs()).contains(Signs.LATE);
  }

  /** A crowded machine once passed a wrong answer on the first 58 of 600 requests. */
  @Test
  void theBeginningOfALoadAloneDecidesNothing() {
    var slow =
        new Arms().answered("check", "/check_feed", 600, 1700, "pooled").named("slow control");
    var yours = new Arms().answered("check", "/check_feed", 600, 490, "pooled").named("yours");
    var result =
        TrafficJudge.judge(
            Arms.spec("it", CHECKS), CHECKS, new Trial(Optional.of(slow), yours), AGAIN);
    assertThat(result.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(result.reason().orElseThrow().saw()).contains("of 450 requests");
  }

  @Test
  void whatWasSentJustBeforeTheEndDoesNotCount() {
    var arms = new Arms().answered("check", "/check_feed", 600, 490, "pooled");
    for (int at = 0; at < 50; at++) {
      arms.sample(
          "late-" + at,
          "check",
          "/check_feed",
          false,
          Arms.PLANNED.toNanos() - Arms.millis(100),
          Arms.PLANNED.toNanos(),
          lab.load.sample.Answer.NONE,
          Outcome.STOPPED);
    }
    assertThat(judge(CHECKS, arms.named("yours")).verdict()).isEqualTo(Verdict.PASS);
  }

  @Test
  void streamsInThePoolAreSeenInItsSlots() {
    var arms = new Arms().failed("check", "/check_feed", 600, Outcome.STOPPED, "pooled");
    arms.streaming(40, 24, "pooled").peaks(Map.of("pooled", new Peak(40, 500, 0, 500, 0, 40)));
    var result = judge(CHECKS, arms.named("yours"));
    assertThat(result.verdict()).isEqualTo(Verdict.FAIL);
    assertThat(result.signs()).contains(Signs.STREAM_HOLDS_POOL, Signs.UNANSWERED);
    assertThat(result.reason().orElseThrow().proof())
        .anyMatch(line -> line.contains("held by /stream_feed"))
        .anyMatch(line -> line.contains("up to 500 requests waited"))
        .as("the pool would do for the checks alone")
        .noneMatch(line -> line.startsWith("offered"));
    assertThat(result.reason().orElseThrow().why()).contains("keeps its thread for good");
    assertThat(result.reason().orElseThrow().again()).isEqualTo(AGAIN);
  }

  /** Beside four busy loops, eight workers were taken for 56 % of the time, streams had 50 %. */
  @Test
  void streamsThatTakeMostOfWhatIsTakenHoldTheSlotsWhereAQueueGrows() {
    var arms = new Arms().failed("check", "/check_feed", 600, Outcome.TIMED_OUT, "sync");
    for (var worker : List.of("1", "2")) {
      arms.serve(
          "stream-" + worker,
          "/stream_feed",
          "sync",
          worker,
          Arms.millis(1200),
          OptionalLong.of(Arms.millis(4000)),
          5);
      arms.serve(
          "check-" + worker,
          "/check_feed",
          "sync",
          worker,
          Arms.millis(5000),
          OptionalLong.of(Arms.millis(5200)),
          0);
    }
    arms.peaks(Map.of("sync", new Peak(2, 0, 500, 480, 0, 2)));
    var signs = judge(CHECKS, arms.named("yours")).signs();
    assertThat(signs).contains(Signs.STREAM_HOLDS_SYNC).doesNotContain(Signs.QUEUE_GROWS);
  }

  @Test
  void aQueueThatGrowsIsTold() {
    var arms =
        new Arms()
            .failed("check", "/check_feed", 600, Outcome.GATEWAY_TIMEOUT, "sync")
            .peaks(Map.of("sync", new Peak(2, 0, 500, 480, 0, 2)))
            .reasons(Map.of("/check_feed", Map.of("timed out waiting for the answer", 300L)));
    var result = judge(CHECKS, arms.named("yours"));
    assertThat(result.signs()).contains(Signs.QUEUE_GROWS, Signs.TIMED_OUT);
    assertThat(result.reason().orElseThrow().proof())
        .contains("offered: 10/s x 2.5 s = 25 in flight; sync has 2 slots");
  }

  /** What is split, cached or has no feed to wait for offers a mode less than the lane's rate. */
  @Test
  void onlyALaneThatPollsTheFeedInOneModeIsHeldAgainstItsSlots() {
    var split =
        new Arms()
            .failed("check", "/check_feed", 300, Outcome.GATEWAY_TIMEOUT, "sync")
            .failed("check", "/check_feed", 300, Outcome.GATEWAY_TIMEOUT, "pooled");
    var cached =
        new Arms()
            .failed("check", "/check_feed", 600, Outcome.GATEWAY_TIMEOUT, "sync")
            .cached("check-0");
    var titles = new Arms().failed("probe", "/", 600, Outcome.GATEWAY_TIMEOUT, "sync");
    assertThat(
            List.of(
                judge(CHECKS, split.named("split")),
                judge(CHECKS, cached.named("cached")),
                judge(Arms.traffic("probe", Arms.ok(0.97)), titles.named("titles"))))
        .allSatisfy(result -> {
          assertThat(result.verdict()).isEqualTo(Verdict.FAIL);
          assertThat(result.reason().orElseThrow().proof())
              .noneMatch(line -> line.startsWith("offered"));
        });
  }

  @Test
  void aCacheThatNeverHeldAnythingIsTold() {
    var late = new Arms().answered("check", "/check_feed", 600, 1500, "pooled");
    assertThat(judge(CHECKS, late.named("no cache")).signs()).doesNotContain(Signs.CACHE_EMPTY);

    var empty = judge(CHECKS, late.cache("MISS").named("yours"));
    assertThat(empty.signs()).contains(Signs.CACHE_EMPTY, Signs.LATE);
    assertThat(empty.reason().orElseThrow().proof())
        .anyMatch(line -> line.startsWith("the cache was asked and held nothing, all along"));
  }

  @Test
  void aCacheThatWasOfUseOnceIsNotCalledEmpty() {
    var arms = new Arms().answered("check", "/check_feed", 1, 1500, "pooled").cache("HIT");
    arms.answered("check", "/check_feed", 599, 1500, "pooled").cache("MISS");
    assertThat(judge(CHECKS, arms.named("yours")).signs()).doesNotContain(Signs.CACHE_EMPTY);
  }

  @Test
  void silentStreamsAreTakenForBuffered() {
    var yours = new Arms().streaming(80, 0, "async").named("yours");
    var result = judge(STREAMS, yours);
    assertThat(result.verdict()).isEqualTo(Verdict.FAIL);
    assertThat(result.signs()).contains(Signs.STREAM_SILENT);
  }

  @Test
  void aStolenProcessorDecidesNothingEitherWay() {
    var stolen = new Health(0.3, 0, 0.3, true, 0.1);
    var good = new Arms().answered("check", "/check_feed", 600, 490, "pooled").health(stolen);
    var bad =
        new Arms().failed("check", "/check_feed", 600, Outcome.STOPPED, "sync").health(stolen);
    assertThat(judge(CHECKS, good.named("yours")).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(judge(CHECKS, bad.named("yours")).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
  }

  @Test
  void besideABusyNeighbourOnlyWhatIsFarFromTheBoundFails() {
    var neighbour = new Health(0, 0.6, 0, true, 5);
    var narrow =
        new Arms()
            .answered("check", "/check_feed", 540, 490, "pooled")
            .failed("check", "/check_feed", 60, Outcome.BAD_GATEWAY, "pooled")
            .health(neighbour)
            .named("yours");
    assertThat(judge(CHECKS, narrow).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    var far =
        new Arms()
            .failed("check", "/check_feed", 600, Outcome.BAD_GATEWAY, "sync")
            .health(neighbour)
            .named("yours");
    assertThat(judge(CHECKS, far).verdict()).isEqualTo(Verdict.FAIL);
  }

  @Test
  void aLaggingGeneratorIsNamed() {
    var yours =
        new Arms()
            .answered("check", "/check_feed", 600, 490, "pooled")
            .health(new Health(0, 0, 0.5, false, 80));
    assertThat(judge(CHECKS, yours.named("yours")).signs()).containsExactly(Signs.GENERATOR_LATE);
  }

  @Test
  void aControlThatFailsInvalidatesTheRun() {
    var broken =
        new Arms()
            .answered("check", "/check_feed", 300, 490, "pooled")
            .failed("check", "/check_feed", 300, Outcome.BAD_GATEWAY, "pooled")
            .named("control");
    var yours = new Arms().answered("check", "/check_feed", 600, 490, "pooled").named("yours");
    var result =
        TrafficJudge.judge(
            Arms.spec("it", CHECKS), CHECKS, new Trial(Optional.of(broken), yours), AGAIN);
    assertThat(result.verdict()).isEqualTo(Verdict.ENV_INVALID);
    assertThat(TrafficJudge.isKeptBy(broken, CHECKS)).as("nor the next one").isFalse();
    assertThat(TrafficJudge.isKeptBy(yours, CHECKS)).isTrue();
  }

  @Test
  void aLaneWithoutRequestsNeverPasses() {
    assertThat(judge(CHECKS, new Arms().named("yours")).verdict()).isNotEqualTo(Verdict.PASS);
    assertThat(judge(APART, new Arms().named("yours")).verdict()).isNotEqualTo(Verdict.PASS);
  }

  /** All that was sent was answered, but half of the load never left. */
  @Test
  void aLoadThatStayedBehindDecidesNothing() {
    var yours =
        new Arms()
            .answered("check", "/check_feed", 300, 490, "pooled")
            .failed("check", "/check_feed", 300, Outcome.NOT_SENT, "pooled")
            .named("yours");
    var result = judge(CHECKS, yours);
    assertThat(result.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(result.reason().orElseThrow().saw())
        .contains("only 300 of the 600 requests of the plan were sent");
  }

  @Test
  void whereNothingWasAnsweredThatIsSaidAndNoTimes() {
    var yours = new Arms().failed("probe", "/", 60, Outcome.BAD_GATEWAY, "sync").named("yours");
    var result = judge(APART, yours);
    assertThat(result.verdict()).isEqualTo(Verdict.FAIL);
    assertThat(result.headline())
        .isEqualTo("none of 45 were answered with 2xx: nobody there to be held up");
    assertThat(judge(Arms.traffic("probe", Arms.ok(0.97)), yours).headline())
        .contains("0 of 45")
        .doesNotContain("p95");
  }
}
