package lab.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import lab.check.Verdict;
import lab.check.evidence.RunOnRecord;
import lab.check.judge.RecordJudge;
import lab.check.spec.CheckKind.RunRecorded;
import lab.check.spec.OwnNumbers;
import lab.course.Course;
import lab.course.variation.Learner;
import org.junit.jupiter.api.Test;

/** What the runs of stage 05 must show, by its own stage.yaml. */
class StageFiveRunsTest {
  private static final OwnNumbers OWN = new OwnNumbers(10, 80, 3, 2, 40);

  private static RunOnRecord run(String upstream, long ok) {
    return new RunOnRecord(
        "r-0001",
        "incident",
        upstream,
        false,
        Instant.EPOCH,
        90,
        true,
        true,
        new RunOnRecord.Size(2, 40),
        false,
        Map.of("check", new RunOnRecord.Count(900, ok), "stream", new RunOnRecord.Count(80, 0)));
  }

  private static Verdict judged(String check, RunOnRecord... runs) {
    var exercises = Path.of("..", "exercises");
    var stage = Course.load(exercises, Learner.anybody()).stage("05").orElseThrow();
    var spec = stage.check(check).orElseThrow();
    return Stream.of(spec.kind())
        .filter(RunRecorded.class::isInstance)
        .map(kind -> RecordJudge.runs(spec, (RunRecorded) kind, OWN, List.of(runs)).verdict())
        .findFirst()
        .orElseThrow();
  }

  /** A run beside many others: the machine failed there, not the event loop. */
  @Test
  void anAsyncRunInWhichHardlyAnythingWasAnsweredShowsNoModel() {
    assertThat(judged("async-run", run("async", 47))).isEqualTo(Verdict.FAIL);
    assertThat(judged("async-run", run("async", 900))).isEqualTo(Verdict.PASS);
  }

  @Test
  void syncAndPooledMustFailAsTheyDo() {
    assertThat(judged("models-run", run("sync", 0), run("pooled", 9))).isEqualTo(Verdict.PASS);
    assertThat(judged("models-run", run("sync", 0), run("pooled", 900))).isEqualTo(Verdict.FAIL);
    assertThat(judged("models-run", run("sync", 0))).isEqualTo(Verdict.FAIL);
  }
}
