package lab.check.judge;

import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import lab.check.CheckResult;
import lab.check.CheckResult.Reason;
import lab.check.Signs;
import lab.check.evidence.Answered;
import lab.check.evidence.Answered.Expected;
import lab.check.spec.CheckSpec;

/** Is a question answered right: a number with its tolerance, or one of several? */
public final class AnswerJudge {
  private static final Pattern NUMBER =
      Pattern.compile("\\s*([-+]?\\d+(?:[.,]\\d+)?)\\s*([^\\d]*)");

  private AnswerJudge() {}

  /** Judges one answer. The right one is never told. */
  public static CheckResult judge(CheckSpec spec, Answered question) {
    if (question.given().isEmpty() || question.given().get().isBlank()) {
      return wrong(spec, question, "no answer yet");
    }
    var given = question.given().get().strip();
    return switch (question.expected()) {
      case Expected.Choice(var options, var right) -> {
        if (!options.containsKey(given)) {
          yield wrong(
              spec,
              question,
              "\"" + given + "\" is none of " + String.join(", ", new TreeSet<>(options.keySet())));
        }
        yield given.equals(right)
            ? Results.pass(spec, given + ": " + options.get(given))
            : wrong(spec, question, given + ": " + options.get(given));
      }
      case Expected.Quantity(var value, var unit, var tolerance) -> {
        var matcher = NUMBER.matcher(given);
        if (!matcher.matches()) {
          yield wrong(spec, question, "\"" + given + "\" is no number");
        }
        var typed = matcher.group(2).strip();
        var factor = Units.factor(typed, unit);
        if (factor.isEmpty()) {
          yield wrong(
              spec, question, "\"" + given + "\" is in " + typed + "; asked for is " + unit);
        }
        double number =
            Double.parseDouble(matcher.group(1).replace(',', '.')) * factor.getAsDouble();
        boolean right = Math.abs(number - value) <= Math.abs(value) * tolerance + 1e-9;
        var said = typed.isEmpty() ? (given + " " + unit).strip() : given;
        yield right ? Results.pass(spec, said) : wrong(spec, question, said);
      }
    };
  }

  private static CheckResult wrong(CheckSpec spec, Answered question, String saw) {
    return Results.fail(
        spec,
        saw,
        new Reason(
            question.ask(), saw, List.of(), "", List.of("edit " + question.place(), "lab hint")),
        Signs.WRONG_NUMBER);
  }
}
