package lab.lint.mistake.grammar;

import java.util.List;
import lab.lint.rule.Rule;

/** The rules on directives as such, the most telling first. */
public final class GrammarRules {
  private GrammarRules() {}

  public static List<Rule> all() {
    return List.of(
        new UnknownDirective(),
        new WrongContext(),
        new BlockNotAllowed(),
        new ArgumentCount(),
        new BadFlag(),
        new BadValue(),
        new DuplicateDirective(),
        new EventsMissing());
  }
}
