package lab.cli.dev;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import lab.check.CheckResult;
import lab.check.Verdict;
import org.junit.jupiter.api.Test;

/** What decides over a submission that did not pass. */
class AgainstTest {
  /** A fault behind a doubt was once put down to the busy machine, and the proof aborted. */
  @Test
  void aFailureCountsBeforeADoubt() {
    assertThat(against(Verdict.PASS, Verdict.INCONCLUSIVE, Verdict.SKIPPED, Verdict.FAIL))
        .contains(Verdict.FAIL);
    assertThat(against(Verdict.ENV_INVALID, Verdict.LAB_ERROR)).contains(Verdict.LAB_ERROR);
  }

  @Test
  void aDoubtIsToldWhereNothingFailed() {
    assertThat(against(Verdict.PASS, Verdict.INCONCLUSIVE, Verdict.SKIPPED))
        .contains(Verdict.INCONCLUSIVE);
    assertThat(against(Verdict.PASS)).isEmpty();
  }

  private static Optional<Verdict> against(Verdict... verdicts) {
    var checks =
        Stream.of(verdicts)
            .map(verdict ->
                new CheckResult(
                    "it", "a title", verdict, "", Optional.empty(), List.of(), Map.of()))
            .toList();
    return StageTrial.against(checks).map(CheckResult::verdict);
  }
}
