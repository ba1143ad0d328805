package lab.lint.advice.location;

import java.util.stream.Stream;
import lab.lint.rule.Hit;
import lab.lint.rule.Rule;
import lab.lint.rule.Severity;
import lab.lint.site.Site;

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
        .filter(scope -> scope.has("deny"))
        .flatMap(scope -> scope.own("return").limit(1))
        .map(statement ->
            Hit.at(
                statement,
                "this answers before allow and deny are looked at",
                "serve the answer in a way that comes later, such as a file"));
  }
}
