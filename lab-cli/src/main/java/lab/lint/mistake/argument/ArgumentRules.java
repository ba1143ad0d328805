package lab.lint.mistake.argument;

import java.util.List;
import lab.lint.rule.Rule;

/** The rules on single words, the most telling first. */
public final class ArgumentRules {
  private ArgumentRules() {}

  public static List<Rule> all() {
    return List.of(
        new UpstreamPort(),
        new BadAddress(),
        new BadPort(),
        new BadParameter(),
        new BadZone(),
        new BadRow());
  }
}
