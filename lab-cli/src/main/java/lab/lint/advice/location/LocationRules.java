package lab.lint.advice.location;

import java.util.List;
import lab.lint.rule.Rule;

/** The rules on locations. */
public final class LocationRules {
  private LocationRules() {}

  public static List<Rule> all() {
    return List.of(
        new AliasTraversal(),
        new AllowWithoutDeny(),
        new IfInLocation(),
        new IfIsEvil(),
        new NeverReached(),
        new NoLocationRoot(),
        new PrefixTooWide(),
        new RegexCost(),
        new RegexDot(),
        new RegexShadows(),
        new RegexUnanchored(),
        new ReturnBypassesAcl(),
        new ReturnWins(),
        new SlashRedirectPost(),
        new TryFilesEvil());
  }
}
