package lab.findings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import lab.findings.bench.Agreement;
import lab.findings.bench.Agreement.Pair;
import lab.findings.bench.Bench;
import lab.findings.bench.Labelled;
import lab.findings.grade.Grader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgreementTest {
  @Test
  void equalLevelsGiveKappaOne() {
    var all = List.of(new Pair(0, 0), new Pair(1, 1), new Pair(2, 2));
    assertThat(Agreement.of(all).kappa()).isEqualTo(1);
  }

  @Test
  void aDistanceOfTwoWeighsFourTimesADistanceOfOne() {
    var near =
        Agreement.of(List.of(new Pair(0, 1), new Pair(2, 2), new Pair(0, 0), new Pair(1, 1)));
    var far = Agreement.of(List.of(new Pair(0, 2), new Pair(2, 2), new Pair(0, 0), new Pair(1, 1)));
    assertThat(far.offByTwo()).isCloseTo(0.25, within(1e-9));
    assertThat(far.kappa()).isLessThan(near.kappa());
  }

  @ParameterizedTest
  @CsvSource({
    "batch1, 0.85",
    "batch2, 0.80",
    "batch3, 0.80",
    "batch4, 0.80",
    "batch5, 0.84",
    "batch6, 0.86",
    "batch7, 0.82",
    "batch8, 0.90",
    "batch9, 0.83"
  })
  void agreementWithPeopleDoesNotFallBackBelowWhatWasReached(String batch, double floor) {
    var folder = Rubrics.exercises().resolveSibling("lab-cli/src/test/resources/findings");
    var writeUps = Labelled.all(Path.of(folder.toString(), batch));
    var bench = Bench.run(new Grader(Rubrics.shipped()), writeUps);
    assertThat(bench.agreement(_ -> true).kappa()).isGreaterThan(floor);
    assertThat(bench.predictions()).hasSameSizeAs(writeUps);
  }
}
