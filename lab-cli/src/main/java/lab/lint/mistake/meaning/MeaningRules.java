package lab.lint.mistake.meaning;

import java.util.List;
import java.util.stream.Stream;
import lab.lint.mistake.variable.VariableRules;
import lab.lint.rule.Rule;

/** The rules on arguments that nginx refuses for what they mean, and on variables. */
public final class MeaningRules {
  private MeaningRules() {}

  public static List<Rule> all() {
    return Stream.concat(arguments().stream(), VariableRules.all().stream()).toList();
  }

  private static List<Rule> arguments() {
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
        new UnknownZone(),
        new ZoneUnsized());
  }
}
