package lab.lint.mistake.variable;

import java.util.List;
import lab.lint.rule.Rule;

/** The rules on variables, the most telling first. */
public final class VariableRules {
  private VariableRules() {}

  public static List<Rule> all() {
    return List.of(new BadVariableName(), new BrokenVariable(), new UnknownVariable());
  }
}
