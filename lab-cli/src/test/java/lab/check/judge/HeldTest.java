package lab.check.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import lab.check.CheckResult;
import lab.check.Signs;
import lab.check.Verdict;
import lab.check.evidence.Arm;
import lab.check.evidence.Trial;
import lab.check.spec.CheckKind.Traffic;
import org.junit.jupiter.api.Test;

/** Who is held up by hashes, as {@code held-share} judges it. */
class HeldTest {
  private static final Traffic APART = Arms.traffic("probe", Arms.held(0.1));

  private final Arm control =
      new Arms().answered("probe", "/", 60, 2, "sync").streaming(80, 24, "async").named("control");

  private CheckResult judge(Traffic traffic, Arm yours) {
    return TrafficJudge.judge(
        Arms.spec("it", traffic), traffic, new Trial(Optional.of(control), yours), List.of());
  }

  @Test
  void aLoopThatHashesHoldsItsProbes() {
    var arms = hashing(new Arms().answered("probe", "/", 60, 10, "async"), "async");
    var result = judge(APART, arms.named("yours"));
    assertThat(result.verdict()).isEqualTo(Verdict.FAIL);
    assertThat(result.signs()).contains(Signs.LOOP_HELD);
    assertThat(result.figures().get("held-share")).isGreaterThan(0.3);
  }

  /** All on async is the central wrong answer, and its proof named neither process nor time. */
  @Test
  void theProofNamesWhoHeldTheThreadWhenAndForHowLong() {
    var arms = hashing(new Arms().answered("probe", "/", 60, 10, "async"), "async");
    long begun = Arms.millis(3016);
    arms.serve(
        "long", "/hash_me", "async", "7", begun, OptionalLong.of(begun + Arms.millis(16.5)), 0);
    assertThat(judge(APART, arms.named("yours")).reason().orElseThrow().proof())
        .containsSubsequence(
            "event loop, slot 7 (pid 41) held by /hash_me from 3.02 s on, for 16.5 ms",
            "event loop, slot 1 (pid 41) held by /hash_me from 2.00 s on, for 15.0 ms",
            "event loop, slot 1 (pid 41) held by /hash_me from 2.03 s on, for 15.0 ms",
            "response p50 10.0 ms, p95 10.0 ms; the control's p95 2.0 ms (5.0 x)");
  }

  @Test
  void theProofNamesEveryWorkerThatWasHeld() {
    var yours = bothWorkersHashing(new Arms().answered("probe", "/", 60, 30, "sync"), 28);
    assertThat(judge(APART, yours.named("yours")).reason().orElseThrow().proof())
        .anyMatch(line ->
            line.startsWith("worker 1 (pid 41), worker 2 (pid 41) held by /hash_me from 2.0"));
  }

  @Test
  void oneHashAtATimeLeavesASecondWorkerFree() {
    var arms = hashing(new Arms().answered("probe", "/", 60, 2, "sync"), "sync");
    assertThat(judge(APART, arms.named("yours")).verdict()).isEqualTo(Verdict.PASS);
  }

  /** nginx.conf can write X-Served-By itself, and thereby point at a mode that does not hash. */
  @Test
  void aForgedHeaderHidesNobodyBehindAnotherMode() {
    var arms = hashing(new Arms().answered("probe", "/", 60, 10, "async"), "async");
    var result = judge(APART, arms.servedBy(Optional.of("virtual/1/x")).named("yours"));
    assertThat(result.verdict()).isEqualTo(Verdict.FAIL);
    assertThat(result.signs()).contains(Signs.LOOP_HELD);
  }

  @Test
  void whoHidesTheHeaderIsJudgedAllTheSame() {
    var free = hashing(new Arms().answered("probe", "/", 60, 2, "sync"), "sync");
    var held = hashing(new Arms().answered("probe", "/", 60, 10, "async"), "async");
    assertThat(judge(APART, free.servedBy(Optional.empty()).named("yours")).verdict())
        .isEqualTo(Verdict.PASS);
    assertThat(judge(APART, held.servedBy(Optional.empty()).named("yours")).verdict())
        .isEqualTo(Verdict.FAIL);
  }

  /** 180 hashes of 15 ms, one every 33 ms. */
  private static Arms hashing(Arms arms, String mode) {
    for (int at = 0; at < 180; at++) {
      long begun = Arms.PLANNED.toNanos() * at / 180;
      arms.serve(
          "hash-" + at, "/hash_me", mode, "1", begun, OptionalLong.of(begun + Arms.millis(15)), 0);
    }
    return arms;
  }

  /**
   * One worker for everything once passed beside a control that was held for a third of the time.
   */
  @Test
  void aControlThatIsHeldUpItselfDecidesNothing() {
    var crowded = bothWorkersHashing(new Arms().answered("probe", "/", 60, 20, "sync"), 11);
    var yours = bothWorkersHashing(new Arms().answered("probe", "/", 60, 30, "sync"), 28);
    var result = against(crowded, yours);
    assertThat(result.verdict()).isEqualTo(Verdict.ENV_INVALID);
    assertThat(result.reason().orElseThrow().again()).contains("lab verify --speed 5");
  }

  /** Every probe of the unlucky one hits the tenth of the time in which both workers hash. */
  @Test
  void timeIsJudgedAndNotWhatAFewProbesMet() {
    var unlucky = overlapping(new Arms().answered("probe", "/", 60, 20, "sync"), 37, 0);
    var lucky = overlapping(new Arms().answered("probe", "/", 60, 20, "sync"), 37, 20);
    assertThat(against(unlucky, lucky).verdict()).isEqualTo(Verdict.PASS);
    assertThat(against(lucky, unlucky).verdict()).isEqualTo(Verdict.PASS);
  }

  /** They hash at once for a third of the time, in which no probe comes. */
  @Test
  void luckyProbesHideNothing() {
    var control = overlapping(new Arms().answered("probe", "/", 60, 20, "sync"), 37, 0);
    var yours = overlapping(new Arms().answered("probe", "/", 60, 20, "sync"), 45, 15);
    var result = against(control, yours);
    assertThat(result.verdict()).isEqualTo(Verdict.FAIL);
    assertThat(result.figures().get("held-share")).isBetween(0.3, 0.4);
  }

  private static CheckResult against(Arms control, Arms yours) {
    return TrafficJudge.judge(
        Arms.spec("it", APART),
        APART,
        new Trial(Optional.of(control.named("control")), yours.named("yours")),
        List.of());
  }

  /** 180 hashes, one every 33 ms: two at once for as long as each lasts beyond that. */
  private static Arms overlapping(Arms arms, double millis, double later) {
    for (int at = 0; at < 180; at++) {
      long begun = Arms.PLANNED.toNanos() * at / 180 + Arms.millis(later);
      var end = OptionalLong.of(begun + Arms.millis(millis));
      arms.serve("hash-" + at, "/hash_me", "sync", Integer.toString(at % 2), begun, end, 0);
    }
    return arms;
  }

  @Test
  void hashesThatAreSlowWhileTheProgramsWarmUpAreNobodysFault() {
    var arms = new Arms().answered("probe", "/", 60, 20, "sync");
    var yours = bothWorkersHashing(arms, 30, 60);
    assertThat(judge(APART, yours.named("yours")).verdict()).isEqualTo(Verdict.PASS);
  }

  /** 180 times two hashes at once, of which each lasts some of 33 ms. */
  private static Arms bothWorkersHashing(Arms arms, double millis) {
    return bothWorkersHashing(arms, millis, 180);
  }

  /** The same, of which only the first few are there. */
  private static Arms bothWorkersHashing(Arms arms, double millis, int first) {
    for (int at = 0; at < first; at++) {
      long begun = Arms.PLANNED.toNanos() * at / 180 - Arms.millis(1);
      for (var slot : List.of("1", "2")) {
        arms.serve(
            "hash-" + at + "-" + slot,
            "/hash_me",
            "sync",
            slot,
            begun,
            OptionalLong.of(begun + Arms.millis(millis)),
            0);
      }
    }
    return arms;
  }

  @Test
  void whereNoStreamLivesNobodyIsKeptApart() {
    var traffic = Arms.traffic("stream", Arms.held(0.1));
    var result = judge(traffic, new Arms().streaming(80, 0, "sync").named("yours"));
    assertThat(result.verdict()).isEqualTo(Verdict.FAIL);
    assertThat(result.headline())
        .isEqualTo("none of 80 streams were alive at the end: nobody there to be held up");
    assertThat(result.signs()).doesNotContain(Signs.HASH_HOLDS, Signs.LOOP_HELD);
  }
}
