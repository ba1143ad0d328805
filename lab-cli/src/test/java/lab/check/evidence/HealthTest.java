package lab.check.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HealthTest {
  @Test
  void aMachineThatOnlyTheLabKeepsBusyIsFit() {
    assertThat(new Health(0, 0.02, 0, true, 5).complaints()).isEmpty();
  }

  @Test
  void strangersWhoTakeMostOfItAreNamed() {
    assertThat(new Health(0, 0.82, 0, true, 5).complaints())
        .singleElement()
        .asString()
        .contains("other programs", "82 %");
  }

  @Test
  void aHypervisorThatTakesTimeIsNamed() {
    assertThat(new Health(0.2, 0, 0.1, true, 5).complaints())
        .singleElement()
        .asString()
        .contains("20 %", "stolen");
  }

  @Test
  void aLateGeneratorIsNamedWithItsLagAndWhatThatIsHeldAgainst() {
    assertThat(new Health(0, 0, 0.5, false, 3.7).complaints())
        .singleElement()
        .asString()
        .contains("fell behind", "3.7 ms", "more than a tenth of the response times' p99");
  }
}
