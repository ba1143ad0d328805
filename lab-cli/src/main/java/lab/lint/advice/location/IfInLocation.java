package lab.lint.advice.location;

import java.util.Set;
import java.util.stream.Stream;
import lab.lint.rule.Hit;
import lab.lint.rule.Rule;
import lab.lint.rule.Severity;
import lab.lint.site.Site;

/** In a location only return, rewrite and set are safe inside if. */
public final class IfInLocation implements Rule {
  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public String advice() {
    return "use a map, or another location";
  }

  private static final Set<String> SAFE = Set.of("return", "rewrite", "set", "break");

  @Override
  public Stream<Hit> check(Site site) {
    return site.scopes("if")
        .filter(scope -> scope.parent().filter(around -> around.is("location")).isPresent())
        .flatMap(scope ->
            scope.directives().stream()
                .filter(statement -> !SAFE.contains(statement.name().text()))
                .limit(1))
        .map(statement ->
            Hit.at(
                statement,
                "\""
                    + statement.name()
                    + "\" inside if makes a location of its own, which does not inherit all",
                "choose by a map, or by another location"));
  }
}
