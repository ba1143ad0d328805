package lab.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lab.check.evidence.PredictionOnRecord;
import lab.course.stage.Prediction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ForetoldTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "4    | 0.8 | You said 4 slots; it is 0.8: you expected 5 times as many. Why.",
        "2    | 40  | You said 2 slots; it is 40: 20 times as many as you expected. Why.",
        "0.8  | 0.8 | You said 0.8 slots, and so it is. Why.",
        "0.75 | 0.8 | You said 0.75 slots; it is 0.8, as good as yours. Why.",
        "0    | 80  | You said 0 slots; it is 80. Why.",
        "1    | 1   | You said 1 slot, and so it is. Why.",
        "1    | 2   | You said 1 slot; it is 2: 2 times as many as you expected. Why."
      })
  void tellsHowFarThePredictionWasFromTheTruth(String said, double truth, String words) {
    assertThat(new Foretold("id", "slots", said, truth, Optional.of("Why.")).words())
        .isEqualTo(words);
  }

  @Test
  void aJournalThatWasEditedByHandForetellsNothing() {
    var asked = List.of(new Prediction("id", "How many?", "slots", 40, Optional.empty()));
    for (var value : List.of("forty", "-1")) {
      var made = Map.of("id", new PredictionOnRecord(value, Instant.EPOCH));
      assertThat(Foretold.all(asked, made)).isEmpty();
    }
  }
}
