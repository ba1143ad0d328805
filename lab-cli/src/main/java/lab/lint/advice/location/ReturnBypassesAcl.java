package lab.lint.advice.location;

import java.util.stream.Stream;
import lab.lint.rule.Hit;
import lab.lint.rule.Rule;
import lab.lint.rule.Severity;
import lab.lint.site.Scope;
import lab.lint.site.Site;
import lab.nginx.syntax.Directive;

/** A return is carried out before allow and deny are looked at. */
public final class ReturnBypassesAcl implements Rule {
  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public String advice() {
    return "put the return into a location behind the rules";
  }

  @Override
  public Stream<Hit> check(Site site) {
    return site.scopes("server", "location")
        .filter(ReturnBypassesAcl::isGuarded)
        .flatMap(scope -> scope.own("return").limit(1))
        .filter(statement -> !givesNothingAway(statement))
        .map(statement ->
            Hit.at(
                statement,
                "this answers before allow and deny are looked at",
                "serve the answer in a way that comes later, such as a file"));
  }

  /** Whether the rules in force deny somebody: the nearest block that has any has them all. */
  private static boolean isGuarded(Scope scope) {
    return scope
        .outwards()
        .filter(around -> around.has("allow") || around.has("deny"))
        .findFirst()
        .filter(around -> around.has("deny"))
        .isPresent();
  }

  private static boolean givesNothingAway(Directive statement) {
    return !statement.args().isEmpty() && statement.args().getFirst().text().matches("[45]\\d\\d");
  }
}
