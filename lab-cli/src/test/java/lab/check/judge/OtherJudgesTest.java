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
import lab.check.evidence.PredictionOnRecord;
import lab.check.evidence.RunOnRecord;
import lab.check.spec.AskedRun;
import lab.check.spec.CheckKind.Prediction;
import lab.check.spec.CheckKind.RunRecorded;
import lab.check.spec.CheckKind.RunRecorded.Shows;
import lab.check.spec.OwnNumbers;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OtherJudgesTest {
  @Nested
  class OnRecord {
    private static final OwnNumbers OWN = new OwnNumbers(10, 80, 3, 2, 40);
    private static final RunOnRecord.Size SHIPPED = new RunOnRecord.Size(2, 40);

    private final Instant start = Instant.parse("2026-01-01T00:00:00Z");

    private RunOnRecord run(String upstream, boolean complete, double seconds, long ok) {
      return run(upstream, complete, seconds, ok, false);
    }

    private RunOnRecord run(
        String upstream, boolean complete, double seconds, long ok, boolean blockingFeed) {
      return new RunOnRecord(
          "r-0001",
          "check-feed",
          upstream,
          blockingFeed,
          start,
          seconds,
          complete,
          true,
          SHIPPED,
          false,
          Map.of("check", new RunOnRecord.Count(Math.round(10 * seconds), ok)));
    }

    private CheckResult runs(RunRecorded kind, RunOnRecord... runs) {
      return RecordJudge.runs(Arms.spec("run", kind), kind, OWN, List.of(runs));
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
      var spoilt =
          new RunOnRecord(
              "r-0002",
              "check-feed",
              "as-is",
              false,
              start,
              90,
              true,
              false,
              SHIPPED,
              false,
              Map.of());
      assertThat(runs(kind, spoilt).reason().orElseThrow().proof())
          .containsExactly("r-0002: the machine spoilt it, as lab show r-0002 says");
      assertThat(runs(kind, run("as-is", true, 30, 50)).verdict()).isEqualTo(Verdict.FAIL);
      assertThat(runs(kind).reason().orElseThrow().again()).containsExactly("lab run check-feed");
    }

    @Test
    void everyUpstreamNeedsItsRun() {
      var kind =
          new RunRecorded("check-feed", List.of("sync", "async"), 60, true, Optional.empty());
      var result = runs(kind, run("sync", true, 90, 50, true));
      assertThat(result.verdict()).isEqualTo(Verdict.FAIL);
      assertThat(result.reason().orElseThrow().again())
          .containsExactly("lab run check-feed --upstream async --blocking-feed");
    }

    @Test
    void aFailingRunOfTheHandlerThatDoesNotBlockShowsNoBlockedLoop() {
      var kind =
          new RunRecorded(
              "check-feed",
              List.of("async"),
              60,
              true,
              Optional.of(new Shows("check", Optional.of(0.5), Optional.empty())));
      assertThat(runs(kind, run("async", true, 90, 50)).reason().orElseThrow().proof())
          .containsExactly("r-0001: not with --blocking-feed");
      assertThat(runs(kind, run("async", true, 90, 50, true)).verdict()).isEqualTo(Verdict.PASS);
    }

    @Test
    void aRunOfTheOtherHandlerMakesNoPredictionLate() {
      var kind = new Prediction("loop", Optional.of(new AskedRun("check-feed", "async", true)));
      var later = Optional.of(new PredictionOnRecord("1", start.plusSeconds(1)));
      var spec = Arms.spec("p", kind);
      assertThat(
              RecordJudge.prediction(spec, kind, "06", later, List.of(run("async", true, 90, 1)))
                  .signs())
          .isEmpty();
      assertThat(
              RecordJudge.prediction(
                      spec, kind, "06", later, List.of(run("async", true, 90, 1, true)))
                  .signs())
          .containsExactly(Signs.PREDICTED_LATE);
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

    /** 2 threads are no 2 workers, however right the number. */
    @ParameterizedTest
    @CsvSource({
      "2, workers, PASS",
      "2 worker, workers, PASS",
      "2 Workers, workers, PASS",
      "2 worker processes, workers, PASS",
      "2 threads, workers, FAIL",
      "2 ms, workers, FAIL",
      "2 workers/s, workers, FAIL",
      "2 requests per second, requests/s, PASS",
      "120 requests/min, requests/s, PASS",
      "2 requests, requests/s, FAIL",
      "2 requests/min, requests/s, FAIL",
      "2000 ms, s, PASS",
      "2 seconds, s, PASS",
      "2 ms, s, FAIL",
      "2 times, '', PASS"
    })
    void aNumberIsInTheUnitThatIsAskedFor(String given, String unit, Verdict verdict) {
      var expected = new Expected.Quantity(2, unit, 0);
      assertThat(judge(expected, Optional.of(given)).verdict()).isEqualTo(verdict);
    }

    @Test
    void anotherUnitIsNamedWithTheOneThatIsAskedFor() {
      var expected = new Expected.Quantity(2, "workers", 0);
      assertThat(judge(expected, Optional.of("2 threads")).headline())
          .isEqualTo("\"2 threads\" is in threads; asked for is workers");
      assertThat(judge(expected, Optional.of("2")).headline()).isEqualTo("2 workers");
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
