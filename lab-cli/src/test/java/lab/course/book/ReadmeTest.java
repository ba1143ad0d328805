package lab.course.book;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ReadmeTest {
  private static final Readme README =
      new Readme("10<!--{rate}--> a second take 2.5<!--{mean}--> s. <!-- {rate} is a comment -->");

  @Test
  void putsTheLearnersNumbersWhereTheOriginalsAreMarked() {
    assertThat(README.with(Map.of("rate", "12", "mean", "3")))
        .isEqualTo("12 a second take 3 s. <!-- {rate} is a comment -->");
  }

  @Test
  void keepsTheOriginalsNumberForANameThatStandsForNone() {
    assertThat(README.with(Map.of("rate", "12"))).startsWith("12 a second take 2.5 s.");
    assertThat(README.withOriginals()).startsWith("10 a second take 2.5 s.");
  }

  @Test
  void namesWhatItMarks() {
    assertThat(README.names()).containsExactly("rate", "mean");
  }
}
