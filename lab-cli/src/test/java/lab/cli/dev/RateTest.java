package lab.cli.dev;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RateTest {
  /** Of 60 clean runs no more can be said than that fewer than 5 % fail. */
  @ParameterizedTest
  @CsvSource({"0, 60, 0.0487", "0, 50, 0.0582", "0, 1, 0.95", "1, 30, 0.1486", "5, 5, 1.0"})
  void theBoundIsThatOfClopperAndPearson(int count, int of, double bound) {
    assertThat(new Rate(count, of).bound()).isCloseTo(bound, Offset.offset(0.0005));
  }
}
