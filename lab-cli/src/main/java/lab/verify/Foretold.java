package lab.verify;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import lab.check.Tenths;
import lab.check.evidence.PredictionOnRecord;
import lab.course.stage.Prediction;

/**
 * What a learner predicted, beside what is true: shown once the stage has passed, for before that
 * it would give the answer away.
 *
 * @param id of the prediction
 * @param unit of both numbers
 * @param said as it was typed
 * @param truth what it is
 * @param because one sentence: why it is so; empty where the stage has none
 */
public record Foretold(
    String id, String unit, String said, double truth, Optional<String> because) {
  /** How far from the truth a prediction may be that is called near. */
  private static final double NEAR = 0.1;

  /** All that were made, in the order of the stage; a journal may have been edited by hand. */
  static List<Foretold> all(List<Prediction> asked, Map<String, PredictionOnRecord> made) {
    return asked.stream()
        .flatMap(one ->
            Optional.ofNullable(made.get(one.id())).stream()
                .filter(said -> Prediction.isNumber(said.value()))
                .map(said ->
                    new Foretold(one.id(), one.unit(), said.value(), one.truth(), one.because())))
        .toList();
  }

  /** The two numbers, how far they are apart, and why. */
  public String words() {
    return "You said "
        + Prediction.inWords(said, unit)
        + distance()
        + because.map(why -> " " + why).orElse("");
  }

  private String distance() {
    double number = Double.parseDouble(said);
    if (number == truth) {
      return ", and so it is.";
    }
    var is = "; it is " + Tenths.of(truth);
    if (Math.abs(number - truth) <= NEAR * Math.abs(truth)) {
      return is + ", as good as yours.";
    }
    if (number <= 0 || truth <= 0) {
      return is + ".";
    }
    return is
        + (number > truth
            ? ": you expected %s times as many.".formatted(Tenths.of(number / truth))
            : ": %s times as many as you expected.".formatted(Tenths.of(truth / number)));
  }
}
