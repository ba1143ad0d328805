package lab.check.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lab.check.CheckResult;
import lab.check.CheckResult.Reason;
import lab.check.Verdict;
import lab.check.evidence.RunOnRecord;
import lab.check.evidence.RunOnRecord.Count;
import lab.check.evidence.RunOnRecord.Size;
import lab.check.spec.CheckKind.RunRecorded;
import lab.check.spec.OwnNumbers;
import org.junit.jupiter.api.Test;

/** A run on record is one of the learner's own incident: its rate, its streams, its sizes. */
class OwnIncidentTest {
  private static final OwnNumbers OWN = new OwnNumbers(12, 64, 2, 3, 36);
  private static final Size SHIPPED = new Size(3, 36);

  private static RunOnRecord run(
      String scenario, Size size, boolean random, Map<String, Count> lanes) {
    return new RunOnRecord(
        "r-0001", scenario, "async", false, Instant.EPOCH, 90, true, true, size, random, lanes);
  }

  private static CheckResult judged(RunOnRecord run) {
    var kind = new RunRecorded(run.scenario(), List.of("async"), 45, false, Optional.empty());
    return RecordJudge.runs(Arms.spec("run", kind), kind, OWN, List.of(run));
  }

  private static Reason reason(RunOnRecord run) {
    assertThat(judged(run).verdict()).isEqualTo(Verdict.FAIL);
    return judged(run).reason().orElseThrow();
  }

  private static Map<String, Count> incident(int checks, int streams) {
    return Map.of("check", new Count(checks, checks), "stream", new Count(streams, streams));
  }

  @Test
  void aRunOfTheLearnersNumbersCounts() {
    assertThat(judged(run("incident", SHIPPED, false, incident(1080, 64))).verdict())
        .isEqualTo(Verdict.PASS);
    assertThat(judged(run("incident", SHIPPED, false, incident(980, 58))).verdict())
        .isEqualTo(Verdict.PASS);
  }

  /** {@code lab run incident --upstream async --rate 1 --conns 1}: nothing could fail there. */
  @Test
  void aRunOfAnEasierIncidentDoesNot() {
    var reason = reason(run("incident", SHIPPED, false, incident(90, 1)));
    assertThat(reason.proof())
        .containsExactly(
            "r-0001: 90 sent over lane check, where your incident sends 1080,"
                + " 1 sent over lane stream, where your incident sends 64");
    assertThat(reason.again())
        .containsExactly("lab run incident --upstream async --rate 12 --conns 64");
  }

  @Test
  void streamsThatAreTooFewAreToldAlone() {
    assertThat(reason(run("incident", SHIPPED, false, incident(1080, 50))).proof().getFirst())
        .contains("50 sent over lane stream")
        .doesNotContain("check");
    assertThat(
            reason(run("stream-feed", SHIPPED, false, Map.of("stream", new Count(8, 8)))).again())
        .containsExactly("lab run stream-feed --upstream async --conns 64");
  }

  @Test
  void hashesAreCountedByTheirOwnRate() {
    assertThat(judged(run("hash", SHIPPED, false, Map.of("hash", new Count(180, 180)))).verdict())
        .isEqualTo(Verdict.PASS);
    assertThat(reason(run("hash", SHIPPED, false, Map.of("hash", new Count(90, 90)))).again())
        .containsExactly("lab run hash --upstream async --rate 2");
  }

  /** How many come in 90 s is chance, too: fewer than 0.9 of the mean in one run of six. */
  @Test
  void arrivalsThatAreDrawnMayBeFewer() {
    var few = Map.of("hash", new Count(150, 150));
    assertThat(judged(run("hash", SHIPPED, true, few)).verdict()).isEqualTo(Verdict.PASS);
    assertThat(judged(run("hash", SHIPPED, false, few)).verdict()).isEqualTo(Verdict.FAIL);
    var half = Map.of("hash", new Count(90, 90));
    assertThat(judged(run("hash", SHIPPED, true, half)).verdict()).isEqualTo(Verdict.FAIL);
  }

  @Test
  void anotherSizeOfTheApplicationIsAnotherIncident() {
    var reason = reason(run("incident", new Size(16, 200), false, incident(1080, 64)));
    assertThat(reason.proof())
        .containsExactly("r-0001: on 16 workers and 200 threads, where your incident has 3 and 36");
    assertThat(reason.again())
        .containsExactly(
            "edit stack.yaml: sync-workers: 3, pool-threads: 36",
            "lab run incident --upstream async");
  }
}
