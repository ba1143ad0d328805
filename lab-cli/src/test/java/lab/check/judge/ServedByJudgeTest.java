package lab.check.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import lab.check.CheckResult;
import lab.check.Signs;
import lab.check.Verdict;
import lab.check.spec.CheckKind.ServedBy;
import lab.load.sample.Answer;
import lab.load.sample.Outcome;
import org.junit.jupiter.api.Test;

class ServedByJudgeTest {
  private static final ServedBy KIND =
      new ServedBy("incident", List.of("/check_feed"), 10, List.of());

  private static CheckResult judge(ServedBy kind, Arms arms) {
    return ServedByJudge.judge(Arms.spec("served-by", kind), kind, arms.named("yours"));
  }

  @Test
  void threeWitnessesThatAgreeProveAnAnswer() {
    var result = judge(KIND, new Arms().answered("check", "/check_feed", 10, 100, "async"));
    assertThat(result.verdict()).isEqualTo(Verdict.PASS);
    assertThat(result.headline()).isEqualTo("whole load: /check_feed 10 by async");
  }

  @Test
  void aModeThatIsNotAllowedIsNamed() {
    var kind = new ServedBy("incident", List.of("/check_feed"), 10, List.of("virtual"));
    var result = judge(kind, new Arms().answered("check", "/check_feed", 10, 100, "async"));
    assertThat(result.verdict()).isEqualTo(Verdict.FAIL);
    assertThat(result.headline()).isEqualTo("whole load: /check_feed 10 by async");
    var reason = result.reason().orElseThrow();
    assertThat(reason.saw()).isEqualTo("of 10 answers, 10 by async");
    assertThat(reason.why())
        .isEqualTo("They are real answers, but this check asks for those of virtual.");
    assertThat(reason.proof().getFirst()).contains("answered by async");
    assertThat(result.signs()).containsExactly(Signs.OTHER_MODE);
  }

  @Test
  void anAnswerOfAnotherModeIsRealOnlyOnceItIsProved() {
    var kind = new ServedBy("incident", List.of("/check_feed"), 2, List.of("virtual"));
    var arms = new Arms().answered("check", "/check_feed", 1, 100, "async");
    hit(arms, "late", 20_000_000_000L);
    var result = judge(kind, arms);
    assertThat(result.headline()).isEqualTo("whole load: /check_feed 1 by async, 1 not proved");
    assertThat(result.signs()).containsExactly(Signs.NOT_PROVED, Signs.OTHER_MODE);
    assertThat(result.reason().orElseThrow().why()).contains("never gave");
  }

  @Test
  void aRouteWithoutAnyAnswerIsNamedBesideOthers() {
    var kind =
        new ServedBy("incident", List.of("/check_feed", "/stream_feed"), 10, List.of("virtual"));
    var result = judge(kind, new Arms().answered("check", "/check_feed", 3, 100, "async"));
    var reason = result.reason().orElseThrow();
    assertThat(reason.saw()).isEqualTo("no answer from /stream_feed; of 3 answers, 3 by async");
    assertThat(reason.why()).contains("never gave");
  }

  @Test
  void anAnswerThatNobodySignedIsFaked() {
    var arms = new Arms();
    var fake = new Answer(OptionalInt.of(200), none(), none(), none(), 10, List.of());
    arms.sample("n", "check", "/check_feed", false, 0, 100, fake, Outcome.OK);
    var result = judge(KIND, arms);
    assertThat(result.verdict()).isEqualTo(Verdict.FAIL);
    assertThat(result.signs()).containsExactly(Signs.FAKED);
  }

  @Test
  void aForgedSignatureIsNotEnough() {
    var arms = new Arms();
    arms.sample(
        "n",
        "check",
        "/check_feed",
        false,
        0,
        100,
        Arms.answer("n", "async", List.of()),
        Outcome.OK);
    assertThat(judge(KIND, arms).signs()).containsExactly(Signs.FAKED);
  }

  /** What a stack of before wrote down could be handed out again, with all else in order. */
  @Test
  void anAnswerThatAnotherStackSignedIsFaked() {
    var arms = new Arms();
    var signed = Arms.answer("n", "async", List.of());
    var elsewhere =
        new Answer(
            signed.status(),
            signed.servedBy(),
            Optional.of("another-run"),
            signed.nonce(),
            signed.bodyBytes(),
            signed.ticks());
    arms.sample("n", "check", "/check_feed", false, 0, 100, elsewhere, Outcome.OK);
    arms.serve("n", "/check_feed", "async", "0", 0, OptionalLong.of(90), 0);
    arms.pass("n", "async");
    var result = judge(KIND, arms);
    assertThat(result.verdict()).isEqualTo(Verdict.FAIL);
    assertThat(result.signs()).containsExactly(Signs.FAKED);
    assertThat(result.reason().orElseThrow().proof().getFirst())
        .endsWith("no server of this run signed the answer");
  }

  @Test
  void theRouteThatFailsIsTheOneToLookAt() {
    var kind = new ServedBy("incident", List.of("/check_feed", "/stream_feed"), 10, List.of());
    var arms = new Arms().answered("check", "/check_feed", 10, 100, "async");
    var fake = new Answer(OptionalInt.of(200), none(), none(), none(), 10, List.of());
    arms.sample("n", "stream", "/stream_feed", false, 0, 100, fake, Outcome.OK);
    var result = judge(kind, arms);
    assertThat(result.headline())
        .isEqualTo("whole load: /check_feed 10 by async; /stream_feed 1 not proved");
    var reason = result.reason().orElseThrow();
    assertThat(reason.saw()).isEqualTo("of 11 answers, 1 not proved");
    assertThat(reason.why()).contains("never gave");
    assertThat(reason.again()).containsExactly("lab nginx explain /stream_feed --real");
  }

  @Test
  void anAnswerThatNginxDidNotAskForIsNotProved() {
    var arms = new Arms();
    arms.sample(
        "n",
        "check",
        "/check_feed",
        false,
        0,
        100,
        Arms.answer("n", "async", List.of()),
        Outcome.OK);
    arms.serve("n", "/check_feed", "async", "0", 0, OptionalLong.of(90), 0);
    arms.pass("n", "pooled");
    assertThat(judge(KIND, arms).signs()).containsExactly(Signs.NOT_PROVED);
  }

  /** {@code proxy_pass http://sync/;} hands every path on as "/". */
  @Test
  void theTitleIsNoAnswerToACheck() {
    var arms = new Arms();
    arms.sample(
        "n",
        "check",
        "/check_feed",
        false,
        0,
        100,
        Arms.answer("n", "sync", List.of()),
        Outcome.OK);
    arms.serve("n", "/", "sync", "0", 0, OptionalLong.of(90), 0);
    arms.pass("n", "sync");
    var result = judge(KIND, arms);
    assertThat(result.verdict()).isEqualTo(Verdict.FAIL);
    assertThat(result.signs()).containsExactly(Signs.OTHER_ROUTE);
    assertThat(result.reason().orElseThrow().proof().getFirst())
        .endsWith("sync was asked for / instead");
  }

  /** A cache whose key is the same for all routes. */
  @Test
  void theCachedTitleIsNoAnswerToACheck() {
    var arms = new Arms().answered("title", "/", 1, 1, "async");
    arms.sample(
        "hit",
        "check",
        "/check_feed",
        false,
        0,
        100,
        Arms.answer("title-0", "async", List.of()),
        Outcome.OK);
    assertThat(judge(KIND, arms).signs()).containsExactly(Signs.OTHER_ROUTE);
  }

  @Test
  void aFreshAnswerFromACacheCountsApart() {
    var arms = new Arms().answered("check", "/check_feed", 1, 100, "async");
    hit(arms, "hit", Arms.millis(900));
    var result = judge(KIND, arms);
    assertThat(result.verdict()).isEqualTo(Verdict.PASS);
    assertThat(result.headline())
        .isEqualTo("whole load: /check_feed 1 by async, 1 by cache (async)");
  }

  @Test
  void aStaleAnswerFromACacheIsNoAnswer() {
    var arms = new Arms().answered("check", "/check_feed", 1, 100, "async");
    hit(arms, "hit", Arms.millis(5000));
    var result = judge(KIND, arms);
    assertThat(result.verdict()).isEqualTo(Verdict.FAIL);
    assertThat(result.reason().orElseThrow().proof().getFirst()).contains("from a cache");
  }

  /** A cache that gives out the old answer while it asks for the next one is an honest one. */
  @Test
  void onePollOnTopOfItsFreshnessIsTheOldestThatAnAnswerMayBe() {
    var arms = new Arms().answered("check", "/check_feed", 1, 100, "async");
    hit(arms, "hit", Arms.millis(100 + 1500));
    assertThat(judge(KIND, arms).verdict()).isEqualTo(Verdict.PASS);
    hit(arms, "older", Arms.millis(100 + 1510));
    assertThat(judge(KIND, arms).reason().orElseThrow().proof())
        .containsExactly(
            "/check_feed, request older: from a cache, 15.10 s old in real time; it may be 15 s"
                + " old: 10 s, and one poll of up to 5 s for the next");
  }

  @Test
  void aRouteThatWasNeverAnsweredProvesNothing() {
    var result = judge(KIND, new Arms());
    assertThat(result.verdict()).isEqualTo(Verdict.FAIL);
    assertThat(result.headline()).isEqualTo("whole load: /check_feed not answered");
    assertThat(result.reason().orElseThrow().saw()).isEqualTo("no answer from /check_feed");
  }

  private static void hit(Arms arms, String nonce, long end) {
    arms.sample(
        nonce,
        "check",
        "/check_feed",
        false,
        end - 10,
        end,
        Arms.answer("check-0", "async", List.of()),
        Outcome.OK);
  }

  private static Optional<String> none() {
    return Optional.empty();
  }
}
