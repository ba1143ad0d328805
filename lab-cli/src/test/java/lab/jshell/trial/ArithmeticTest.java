package lab.jshell.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArithmeticTest {
  private static final Map<String, Double> NAMES = Map.of("workers", 2.0, "mean", 2.5, "a1", -3.0);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1 + 2 * 3 | 7",
        "(1 + 2) * 3 | 9",
        "10 - 3 - 2 | 5",
        "12 / 3 / 2 | 2",
        "2 * -3 | -6",
        "--4 | 4",
        "workers / mean | 0.8",
        "max(a1, min(workers, 9)) | 2",
        "min( workers*mean , 4 ) - 1 | 3",
        "0.5 | 0.5"
      })
  void multipliesBeforeItAddsAndFromTheLeft(String formula, double value) {
    assertThat(Arithmetic.value(formula, NAMES)).isEqualTo(value);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "1 +",
        "(1",
        "1)",
        "1 2",
        "worker / 2",
        "min(1)",
        "min 1, 2",
        "1.2.3",
        "2x",
        "a b",
        "1 % 2"
      })
  void whatIsNoFormulaIsRefusedWithItsText(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Arithmetic.value(text, NAMES))
        .withMessageContaining("this is no formula at position")
        .withMessageEndingWith(text);
  }
}
