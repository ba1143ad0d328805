package lab.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import lab.check.CheckResult;
import lab.check.Verdict;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoundsTest {
  @ParameterizedTest
  @CsvSource({
    "FAIL, FAIL, FAIL",
    "PASS, PASS, PASS",
    "FAIL, PASS, INCONCLUSIVE",
    "PASS, FAIL, INCONCLUSIVE",
    "INCONCLUSIVE, PASS, PASS",
    "INCONCLUSIVE, FAIL, INCONCLUSIVE",
    "ENV_INVALID, PASS, PASS",
    "ENV_INVALID, ENV_INVALID, ENV_INVALID",
    "PASS, INCONCLUSIVE, INCONCLUSIVE",
    "PASS, ENV_INVALID, INCONCLUSIVE",
    "FAIL, INCONCLUSIVE, INCONCLUSIVE",
    "FAIL, ENV_INVALID, INCONCLUSIVE"
  })
  void whatDoesNotAgreeDecidesNothing(Verdict first, Verdict second, Verdict together) {
    var joined = Rounds.joined(result(first), result(second));
    assertThat(joined.verdict()).isEqualTo(together);
    assertThat(joined.toString()).containsAnyOf("trial", "both trials agree");
  }

  @ParameterizedTest
  @CsvSource({"PASS, false", "FAIL, true", "INCONCLUSIVE, true", "SKIPPED, false"})
  void onlyFailuresAndDoubtsAreRepeated(Verdict verdict, boolean again) {
    assertThat(Rounds.unsettled(result(verdict))).isEqualTo(again);
  }

  private static CheckResult result(Verdict verdict) {
    return new CheckResult(
        "it", "title", verdict, "headline", Optional.empty(), List.of(), Map.of());
  }

  /** What was seen beside a bug is worth nothing, and the bug must be heard of. */
  @ParameterizedTest
  @CsvSource({"LAB_ERROR, PASS", "PASS, LAB_ERROR", "FAIL, LAB_ERROR", "INCONCLUSIVE, LAB_ERROR"})
  void aBugInEitherTrialIsOneOfBoth(Verdict first, Verdict second) {
    assertThat(Rounds.joined(result(first), result(second)).verdict()).isEqualTo(Verdict.LAB_ERROR);
  }
}
