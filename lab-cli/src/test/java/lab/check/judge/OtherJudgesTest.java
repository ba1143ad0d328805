package lab.check.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lab.check.CheckResult;
import lab.check.Signs;
import lab.check.Verdict;
import lab.check.evidence.Answered;
import lab.check.evidence.Answered.Expected;
import lab.check.evidence.Arm;
import lab.check.evidence.Health;
import lab.check.evidence.PredictionOnRecord;
import lab.check.evidence.RunOnRecord;
import lab.check.evidence.Setting;
import lab.check.evidence.Undone;
import lab.check.spec.AskedRun;
import lab.check.spec.CheckKind.CapacityPlan;
import lab.check.spec.CheckKind.Prediction;
import lab.check.spec.CheckKind.RunRecorded;
import lab.check.spec.CheckKind.RunRecorded.Shows;
import lab.check.spec.CheckKind.Traffic;
import lab.load.sample.Outcome;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OtherJudgesTest {
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
      assertThat(judge(ILL).verdict()).isEqualTo(Verdict.PASS);
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

  @Nested
  class OnRecord {
    private final Instant start = Instant.parse("2026-01-01T00:00:00Z");

    private RunOnRecord run(String upstream, boolean complete, double seconds, long ok) {
      return new RunOnRecord(
          "r-0001",
          "check-feed",
          upstream,
          start,
          seconds,
          complete,
          true,
          Map.of("check", new RunOnRecord.Count(900, ok)));
    }

    private CheckResult runs(RunRecorded kind, RunOnRecord... runs) {
      return RecordJudge.runs(Arms.spec("run", kind), kind, List.of(runs));
    }

    @Test
    void aRunCountsWhenItShowsWhatItMust() {
      var kind =
          new RunRecorded(
              "check-feed",
              List.of("as-is"),
              60,
              false,
              Optional.of(new Shows("check", Optional.of(0.5), Optional.empty())));
      assertThat(runs(kind, run("as-is", true, 90, 50)).verdict()).isEqualTo(Verdict.PASS);
      assertThat(runs(kind, run("as-is", true, 90, 900)).verdict()).isEqualTo(Verdict.FAIL);
      assertThat(runs(kind, run("as-is", false, 90, 50)).reason().orElseThrow().proof())
          .containsExactly("r-0001: cut short");
      assertThat(runs(kind, run("as-is", true, 30, 50)).verdict()).isEqualTo(Verdict.FAIL);
      assertThat(runs(kind).reason().orElseThrow().again()).containsExactly("lab run check-feed");
    }

    @Test
    void everyUpstreamNeedsItsRun() {
      var kind =
          new RunRecorded("check-feed", List.of("sync", "async"), 60, true, Optional.empty());
      var result = runs(kind, run("sync", true, 90, 50));
      assertThat(result.verdict()).isEqualTo(Verdict.FAIL);
      assertThat(result.reason().orElseThrow().again())
          .containsExactly("lab run check-feed --upstream async --blocking-feed");
    }

    @Test
    void aPredictionMustBeThere() {
      var kind =
          new Prediction("capacity", Optional.of(new AskedRun("check-feed", "pooled", false)));
      var spec = Arms.spec("p", kind);
      var missing = RecordJudge.prediction(spec, kind, "02", Optional.empty(), List.of());
      assertThat(missing.signs()).containsExactly(Signs.NO_PREDICTION);
      assertThat(missing.reason().orElseThrow().again())
          .containsExactly("lab predict capacity NUMBER --stage 02");
      var before = Optional.of(new PredictionOnRecord("3", start.minusSeconds(1)));
      assertThat(
              RecordJudge.prediction(spec, kind, "02", before, List.of(run("pooled", true, 90, 1)))
                  .signs())
          .isEmpty();
    }

    @Test
    void aLatePredictionIsSaidAndBarsNobodysWay() {
      var kind =
          new Prediction("capacity", Optional.of(new AskedRun("check-feed", "pooled", false)));
      var late = Optional.of(new PredictionOnRecord("3", start.plusSeconds(1)));
      var result =
          RecordJudge.prediction(
              Arms.spec("p", kind), kind, "02", late, List.of(run("pooled", true, 90, 1)));
      assertThat(result.verdict()).isEqualTo(Verdict.PASS);
      assertThat(result.signs()).containsExactly(Signs.PREDICTED_LATE);
      assertThat(result.headline())
          .endsWith("after the first lab run check-feed --upstream pooled");
    }

    @Test
    void aRunAgainstAnotherUpstreamMakesNoPredictionLate() {
      var kind =
          new Prediction("capacity", Optional.of(new AskedRun("check-feed", "pooled", false)));
      var result =
          RecordJudge.prediction(
              Arms.spec("p", kind),
              kind,
              "02",
              Optional.of(new PredictionOnRecord("3", start.plusSeconds(1))),
              List.of(run("as-is", true, 90, 1), run("sync", true, 90, 1)));
      assertThat(result.verdict()).isEqualTo(Verdict.PASS);
      assertThat(result.signs()).isEmpty();
    }
  }

  @Nested
  class AnswerOf {
    @ParameterizedTest
    @CsvSource({
      "0.8, PASS",
      "0.8 requests/s, PASS",
      "'0,84', PASS",
      "0.9, FAIL",
      "many, FAIL",
      "'', FAIL"
    })
    void aNumberHasATolerance(String given, Verdict verdict) {
      var expected = new Expected.Quantity(0.8, "requests/s", 0.1);
      assertThat(judge(expected, Optional.of(given)).verdict()).isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource({"b, PASS", "a, FAIL", "c, FAIL"})
    void aChoiceIsOneOfSeveral(String given, Verdict verdict) {
      var expected = new Expected.Choice(Map.of("a", "sync", "b", "async"), "b");
      assertThat(judge(expected, Optional.of(given)).verdict()).isEqualTo(verdict);
    }

    @Test
    void aWrongAnswerIsNeverCorrected() {
      var expected = new Expected.Quantity(0.8, "requests/s", 0.1);
      assertThat(judge(expected, Optional.of("7")).toString()).doesNotContain("0.8");
      assertThat(judge(expected, Optional.empty()).reason().orElseThrow().again())
          .contains("edit answers.yaml:1");
    }

    private CheckResult judge(Expected expected, Optional<String> given) {
      var kind = new lab.check.spec.CheckKind.Answer("q");
      return AnswerJudge.judge(
          Arms.spec("q", kind), new Answered("How many?", expected, given, "answers.yaml:1"));
    }
  }
}
