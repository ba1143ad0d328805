package lab.cli.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import lab.check.CheckResult;
import lab.check.CheckResult.Reason;
import lab.check.Verdict;
import lab.screen.Ink;
import lab.screen.Table;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerifyTextTest {
  private static final CheckResult FAILED =
      new CheckResult(
          "stream-survives",
          "The 80 streams and everything else survive the whole night together",
          Verdict.FAIL,
          "32 of 80 streams alive at the end, and 0 of 300 checks answered in time by anybody",
          Optional.of(
              new Reason(
                  "80 streams live, and each check within twice of its time without them",
                  "32 streams live; nobody was answered for as long as they lasted",
                  List.of("pooled held 40 of 40 slots for streams from second 3.2 to the end"),
                  "A check waits in the same queue for the very same slots as the streams do.",
                  List.of("lab run stream-feed --upstream pooled"))),
          List.of(),
          Map.of());

  @ParameterizedTest
  @CsvSource({"80, false", "60, false", "80, true", "60, true"})
  void noLineIsWiderThanTheScreen(int columns, boolean colours) {
    assertThat(new VerifyText(new Ink(colours), columns).check(FAILED))
        .hasSizeGreaterThan(6)
        .allSatisfy(line -> assertThat(Table.columns(line)).isLessThanOrEqualTo(columns))
        .anySatisfy(line -> assertThat(line).contains("lab run stream-feed --upstream pooled"));
  }
}
