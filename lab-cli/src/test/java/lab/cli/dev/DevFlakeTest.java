package lab.cli.dev;

import static org.assertj.core.api.Assertions.assertThat;

import lab.check.Verdict;
import org.junit.jupiter.api.Test;

class DevFlakeTest {
  @Test
  void aBugOfTheLabIsAWrongVerdictForWhoeverGetsIt() {
    assertThat(DevFlakeCommand.wrongVerdicts(false))
        .containsExactlyInAnyOrder(Verdict.FAIL, Verdict.LAB_ERROR);
    assertThat(DevFlakeCommand.wrongVerdicts(true))
        .containsExactlyInAnyOrder(Verdict.PASS, Verdict.LAB_ERROR);
  }
}
