package lab.cli.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.Map;
import lab.check.Verdict;
import org.junit.jupiter.api.Test;

class VerifyCommandTest {
  /** Scripts read these numbers: what is new or changes has to be said here as well. */
  @Test
  void everyVerdictHasItsExitCode() {
    var codes = new EnumMap<Verdict, Integer>(Verdict.class);
    for (var verdict : Verdict.values()) {
      codes.put(verdict, VerifyCommand.exitCode(verdict).code());
    }
    assertThat(codes)
        .isEqualTo(
            Map.of(
                Verdict.PASS, 0,
                Verdict.SKIPPED, 0,
                Verdict.FAIL, 1,
                Verdict.INCONCLUSIVE, 3,
                Verdict.ENV_INVALID, 3,
                Verdict.LAB_ERROR, 70));
  }
}
