package lab.lint.mistake.meaning;

import java.util.List;
import lab.lint.rule.Rule;

/** The rules on arguments that nginx refuses for what they mean. */
public final class MeaningRules {
  private MeaningRules() {}

  public static List<Rule> all() {
    return List.of(
        new MissingScheme(),
        new UriForbidden(),
        new BadLocation(),
        new DuplicateLocation(),
        new DuplicateUpstream(),
        new DuplicateDefault(),
        new DuplicateListen(),
        new EmptyUpstream(),
        new BadRegex(),
        new BadCondition(),
        new BadReturn(),
        new BadErrorPage(),
        new BadVariableName(),
        new UnknownZone(),
        new UnknownVariable());
  }
}
