package lab.check.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import lab.check.CheckResult;
import lab.check.Signs;
import lab.check.Verdict;
import lab.check.evidence.Arm;
import lab.check.evidence.Health;
import lab.check.evidence.Setting;
import lab.check.evidence.Undone;
import lab.check.spec.CheckKind.CapacityPlan;
import lab.check.spec.CheckKind.Traffic;
import lab.load.sample.Outcome;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Arms that are played once: what an edit buys, and whether less would do. */
class PlayedOnceTest {
  private static final Traffic CHECKS = Arms.traffic("check", Arms.okWithin(0.99, 3));
  private static final Arm WELL =
      new Arms().answered("check", "/check_feed", 600, 480, "pooled").named("well");
  private static final Arm ILL =
      new Arms().failed("check", "/check_feed", 600, Outcome.GATEWAY_TIMEOUT, "sync").named("ill");

  /** 98.7 % of what must be 99 %, beside a neighbour with more than half of the machine. */
  private static final Arm BESIDE_OTHERS =
      new Arms()
          .answered("check", "/check_feed", 592, 480, "pooled")
          .failed("check", "/check_feed", 8, Outcome.GATEWAY_TIMEOUT, "pooled")
          .health(new Health(0, 0.6, 0, true, 0.2))
          .named("beside others");

  private static final Arm UNFIT =
      new Arms()
          .failed("check", "/check_feed", 600, Outcome.GATEWAY_TIMEOUT, "pooled")
          .health(new Health(0, 0.9, 0, true, 0.2))
          .named("unfit");

  @Nested
  class Causality {
    private final lab.check.spec.CheckKind.Causality kind =
        new lab.check.spec.CheckKind.Causality("incident", List.of("/check_feed"));

    private CheckResult judge(Arm undone, Arm shipped) {
      return CausalityJudge.judge(
          Arms.spec("causality", kind),
          List.of(CHECKS),
          Optional.of(WELL),
          List.of(new Undone("/check_feed", Optional.of(undone), "")),
          new Undone("all", Optional.of(shipped), ""));
    }

    @Test
    void tellsWhatAnEditBuys() {
      var result = judge(ILL, ILL);
      assertThat(result.verdict()).isEqualTo(Verdict.PASS);
      assertThat(result.reason().orElseThrow().saw())
          .contains("undo /check_feed: /check_feed 0 of");
      assertThat(result.signs()).isEmpty();
    }

    @Test
    void thatNobodyWasServedIsToldOnce() {
      var held = Arms.traffic("check", Arms.held(0.1));
      var result =
          CausalityJudge.judge(
              Arms.spec("causality", kind),
              List.of(CHECKS, held),
              Optional.of(WELL),
              List.of(new Undone("/check_feed", Optional.of(ILL), "")),
              new Undone("all", Optional.of(ILL), ""));
      assertThat(result.reason().orElseThrow().saw())
          .contains("undo /check_feed: /check_feed 0 of")
          .doesNotContain("nobody there");
    }

    @Test
    void anEditThatBuysNothingKeepsThePass() {
      var result = judge(WELL, ILL);
      assertThat(result.verdict()).isEqualTo(Verdict.PASS);
      assertThat(result.signs()).containsExactly(Signs.BUYS_NOTHING);
    }

    @Test
    void aShippedFileWithoutAnIncidentIsAFaultOfTheLab() {
      assertThat(judge(ILL, WELL).verdict()).isEqualTo(Verdict.LAB_ERROR);
      assertThat(judge(ILL, BESIDE_OTHERS).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    }

    @Test
    void noiseIsNotToldAsWhatAnEditBuys() {
      for (var noisy : List.of(BESIDE_OTHERS, UNFIT)) {
        var result = judge(noisy, ILL);
        assertThat(result.reason().orElseThrow().saw())
            .contains("undo /check_feed: cannot tell: ", "other programs")
            .doesNotContain("buys nothing");
        assertThat(result.signs()).isEmpty();
      }
    }

    @Test
    void whatCannotBeTriedIsSaid() {
      var result =
          CausalityJudge.judge(
              Arms.spec("causality", kind),
              List.of(CHECKS),
              Optional.of(WELL),
              List.of(new Undone("/check_feed", Optional.empty(), "cannot tell")),
              new Undone("all", Optional.of(ILL), ""));
      assertThat(result.reason().orElseThrow().saw()).contains("undo /check_feed: cannot tell");
    }
  }

  @Nested
  class Capacity {
    private final CapacityPlan plan = new CapacityPlan("peak", 0.2, 60, 1);

    @ParameterizedTest
    @CsvSource({"1, 0", "2, 1", "6, 4", "12, 9", "30, 24", "31, 25", "36, 29"})
    void smallerIsTheLargestThatIsSmallerByMoreThanTheSlack(int size, int smaller) {
      assertThat(CapacityPlanJudge.smaller(size, 0.2).orElse(0)).isEqualTo(smaller);
      assertThat(smaller * 1.2).isLessThan(size);
      assertThat((smaller + 1) * 1.2).isGreaterThanOrEqualTo(size - 1e-9);
    }

    private CheckResult judge(Arm... smaller) {
      return CapacityPlanJudge.judge(
          Arms.spec("plan", plan),
          plan,
          List.of(CHECKS),
          Optional.of(WELL),
          WELL,
          List.of(smaller));
    }

    @Test
    void passesWhenTheSmallerOneWouldNotDo() {
      var result = judge(ILL);
      assertThat(result.verdict()).isEqualTo(Verdict.PASS);
      assertThat(result.headline()).endsWith("; too small: 2 sync workers and 40 pool threads");
    }

    @Test
    void failsWhenTheSmallerOneWouldDo() {
      var result = judge(WELL);
      assertThat(result.verdict()).isEqualTo(Verdict.FAIL);
      assertThat(result.signs()).containsExactly(Signs.TOO_LARGE);
      assertThat(result.reason().orElseThrow().saw()).contains("160 MB");
    }

    @Test
    void failsWhenFewerWorkersWouldDo() {
      var result = judge(ILL, sized(1));
      assertThat(result.verdict()).isEqualTo(Verdict.FAIL);
      assertThat(result.signs()).containsExactly(Signs.TOO_MANY_WORKERS);
      assertThat(result.reason().orElseThrow().saw()).contains("100 MB instead of 160 MB");
    }

    @Test
    void aSmallerOneThatABusyMachineMayHaveSpoiltDecidesNothing() {
      assertThat(judge(ILL, BESIDE_OTHERS).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
      assertThat(judge(WELL, BESIDE_OTHERS).verdict()).isEqualTo(Verdict.FAIL);
      assertThat(judge(UNFIT).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    }

    private static Arm sized(int workers) {
      return new Arm(
          WELL.name(),
          WELL.nonce(),
          WELL.planned(),
          new Setting(10, 2, workers, 40, 0, 5),
          WELL.samples(),
          WELL.services(),
          WELL.passages(),
          WELL.reasons(),
          WELL.modes(),
          WELL.peaks(),
          WELL.health());
    }
  }
}
