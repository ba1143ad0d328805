package lab.course.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeSpanTest {
  @ParameterizedTest
  @CsvSource({"90s, 90000", "1.5m, 90000", "500ms, 500", "0.4ms, 0", "0s, 0"})
  void isReadToTheMillisecond(String text, long millis) {
    assertThat(TimeSpan.parse(text)).contains(Duration.ofMillis(millis));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "90", "s", "-1s", "1 s", "1h", "1.s", "1e3s", "NaNs", "90ss"})
  void isNothingElse(String text) {
    assertThat(TimeSpan.parse(text)).isEmpty();
  }
}
