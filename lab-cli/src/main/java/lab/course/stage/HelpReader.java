package lab.course.stage;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import lab.check.Signs;
import lab.course.stage.References.Of;
import lab.course.yaml.Fields;

/** Reads what helps with a stage: hints, misconceptions, and the answers that it is tried with. */
final class HelpReader {
  private final References references;
  private final Set<String> signs;

  /**
   * A reader for one stage.
   *
   * @param claims of its snippets: that one does not hold is a sign, too
   */
  HelpReader(References references, Collection<String> claims) {
    this.references = references;
    this.signs = new HashSet<>(Signs.ALL);
    signs.addAll(claims);
  }

  List<Hint> hints(Fields stage) {
    return stage.each("hints", "a hint").stream().map(this::hint).toList();
  }

  List<Misconception> misconceptions(Fields stage) {
    return stage.each("misconceptions", "a misconception").stream()
        .map(this::misconception)
        .toList();
  }

  List<TriedAnswer.Right> right(Fields stage) {
    return stage.each("right", "a right answer").stream().map(this::rightAnswer).toList();
  }

  List<TriedAnswer.Wrong> wrong(Fields stage) {
    return stage.each("wrong", "a wrong answer").stream().map(this::wrongAnswer).toList();
  }

  private Hint hint(Fields fields) {
    var id = fields.text("id");
    references.give(Of.HINT, id, fields.line("id"));
    var hint =
        new Hint(
            id,
            fields.whole("level", 1, Hint.LEVELS),
            signs(fields),
            check(fields),
            fields.text("text"));
    fields.done();
    return hint;
  }

  private Misconception misconception(Fields fields) {
    var id = fields.text("id");
    references.give(Of.MISCONCEPTION, id, fields.line("id"));
    var one =
        new Misconception(
            id, signs(fields), check(fields), fields.text("text"), fields.optionalText("see"));
    fields.done();
    return one;
  }

  private TriedAnswer.Right rightAnswer(Fields fields) {
    var right = new TriedAnswer.Right(tried(fields), fields.text("because"));
    fields.done();
    return right;
  }

  private TriedAnswer.Wrong wrongAnswer(Fields fields) {
    var id = tried(fields);
    var fails = fields.text("fails");
    references.use(Of.CHECK, fails, fields.line("fails"));
    var hint = fields.text("hint");
    references.use(Of.HINT, hint, fields.line("hint"));
    var wrong = new TriedAnswer.Wrong(id, fails, hint, fields.text("because"));
    fields.done();
    return wrong;
  }

  /** Right and wrong ones share their names: an author asks for either by its name alone. */
  private String tried(Fields fields) {
    var id = fields.text("id");
    references.give(Of.TRIED, id, fields.line("id"));
    return id;
  }

  private Optional<String> check(Fields fields) {
    var check = fields.optionalText("check");
    check.ifPresent(name -> references.use(Of.CHECK, name, fields.line("check")));
    return check;
  }

  private List<String> signs(Fields fields) {
    var lines = fields.textLines("when");
    lines.forEach((sign, line) -> fields.demandOneOf(line, "when", sign, signs));
    return List.copyOf(lines.keySet());
  }
}
