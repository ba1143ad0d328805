package lab.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lab.check.Verdict;
import lab.check.evidence.Arm;
import lab.check.evidence.Trial;
import lab.check.judge.Arms;
import lab.check.judge.TrafficJudge;
import lab.check.spec.CheckKind.Traffic;
import lab.course.Course;
import lab.course.variation.Learner;
import lab.load.sample.Outcome;
import org.junit.jupiter.api.Test;

/** Whatever stage 01 sends is judged, by its own stage.yaml. */
class StageOneTrafficTest {
  private static Map<String, Verdict> judged(Arm yours) {
    var stage =
        Course.load(Path.of("..", "exercises"), Learner.anybody()).stage("01").orElseThrow();
    var verdicts = new LinkedHashMap<String, Verdict>();
    for (var check : stage.checks()) {
      if (check.kind() instanceof Traffic traffic) {
        var trial = new Trial(Optional.empty(), yours);
        verdicts.put(check.id(), TrafficJudge.judge(check, traffic, trial, List.of()).verdict());
      }
    }
    return verdicts;
  }

  /** The titles that the load sends. */
  private static Arms titles() {
    return new Arms().answered("title", "/", 60, 2, "sync");
  }

  @Test
  void anApplicationThatAnswersPasses() {
    var yours =
        titles()
            .answered("hash", "/hash_me", 12, 15, "sync")
            .answered("check", "/check_feed", 6, 250, "sync");
    assertThat(judged(yours.named("yours")))
        .containsExactly(
            Map.entry("app-answers", Verdict.PASS),
            Map.entry("hash-answers", Verdict.PASS),
            Map.entry("check-answers", Verdict.PASS));
  }

  /** {@code location /check_feed { return 500; }} once passed as "every route answers". */
  @Test
  void aRouteThatFailsIsNamed() {
    var yours =
        titles()
            .failed("hash", "/hash_me", 12, Outcome.OTHER, "sync")
            .failed("check", "/check_feed", 6, Outcome.OTHER, "sync");
    assertThat(judged(yours.named("yours")))
        .containsEntry("app-answers", Verdict.PASS)
        .containsEntry("hash-answers", Verdict.FAIL)
        .containsEntry("check-answers", Verdict.FAIL);
  }
}
