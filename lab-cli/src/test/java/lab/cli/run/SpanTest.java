package lab.cli.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class SpanTest {
  @ParameterizedTest
  @CsvSource({"90, 90000", "' 1.5 ', 1500", "2m, 120000", "500ms, 500"})
  void numberAloneMeansSeconds(String text, long millis) {
    assertThat(new Span().convert(text)).isEqualTo(Duration.ofMillis(millis));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "soon", "-5", "1h", "1.m"})
  void anythingElseIsRefusedWithWhatToWrite(String text) {
    assertThatThrownBy(() -> new Span().convert(text))
        .isInstanceOf(TypeConversionException.class)
        .hasMessage("'" + text + "' is no duration: write 90s, 2m or 500ms");
  }

  /** The shortest and the longest that a run can be asked for, at any speed. */
  @ParameterizedTest
  @CsvSource({"1ms, 1", "10000m, 600000000"})
  void theEndsOfTheRangeAreInIt(String text, long millis) {
    assertThat(new Span().convert(text)).isEqualTo(Duration.ofMillis(millis));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "0.4ms", "10000.1m", "99999999999999999m"})
  void whatIsOutOfTheRangeIsRefusedWithTheRange(String text) {
    assertThatThrownBy(() -> new Span().convert(text))
        .isInstanceOf(TypeConversionException.class)
        .hasMessage("'" + text + "' is too short or too long: from 1ms to 10000m");
  }
}
