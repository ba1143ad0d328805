package lab.cli;

import java.util.Locale;
import lab.findings.grade.CriterionGrade;
import lab.findings.judge.Outcome;

/**
 * Shows a grade at a terminal: misconceptions first, then each criterion with its quote.
 *
 * @param console where to
 */
record FindingsText(Console console) {
  private static final int QUOTE_LETTERS = 90;

  void show(Outcome outcome) {
    var grade = outcome.grade();
    grade.gate().ifPresent(gate -> console.print(console.ink().warn(gate.message())));
    for (var quote : grade.ignored()) {
      console.print("ignored, line " + quote.line() + ": " + shortened(quote.text()));
    }
    for (var held : grade.misconceptions()) {
      console.print(console.ink().bad(held.id()) + "  " + held.title());
      console.print(
          "      you wrote, line " + held.quote().line() + ": " + shortened(held.quote().text()));
      console.print("      " + held.say());
    }
    outcome.criteria().forEach(this::show);
    for (var figure : grade.figures()) {
      var stated = figure.figure();
      console.print(
          "figure  "
              + String.format(
                  Locale.ROOT,
                  "%s %s",
                  stated.kind().name().toLowerCase(Locale.ROOT),
                  number(stated.value()))
              + (stated.total() > 0 ? " of " + number(stated.total()) : "")
              + ": "
              + figure.words());
    }
    console.print(points(outcome));
  }

  private void show(CriterionGrade criterion) {
    var mark =
        criterion.isOpen()
            ? console.ink().warn("look")
            : console.ink().strong(criterion.level() + "/2 ");
    console.print(
        "%s  %s  %s (%s)"
            .formatted(
                criterion.id(),
                mark,
                criterion.title(),
                criterion.confidence().name().toLowerCase(Locale.ROOT)));
    criterion.look().ifPresent(why -> console.print("      a person should look: " + why));
    criterion.quotes().stream()
        .limit(2)
        .forEach(q -> console.print("      line " + q.line() + ": " + shortened(q.text())));
    criterion.against().stream()
        .limit(1)
        .forEach(q -> console.print("      but line " + q.line() + ": " + shortened(q.text())));
    if (criterion.level() == 0 && criterion.quotes().isEmpty() && !criterion.isOpen()) {
      console.print("      I did not find this.");
    }
    criterion.missing().forEach(question -> console.print("      ? " + question));
  }

  private static String points(Outcome outcome) {
    var points = outcome.points();
    var range =
        points.open() == 0
            ? Integer.toString(points.certain())
            : points.certain() + "-" + points.most();
    return range + " of " + points.outOf() + " points; rubric " + outcome.grade().rubric();
  }

  private static String number(double value) {
    return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
  }

  private static String shortened(String text) {
    return text.length() <= QUOTE_LETTERS ? text : text.substring(0, QUOTE_LETTERS) + "...";
  }
}
