package lab.lint.advice.location;

import java.util.Set;
import java.util.stream.Stream;
import lab.lint.rule.Hit;
import lab.lint.rule.Rule;
import lab.lint.rule.Severity;
import lab.lint.site.Scope;
import lab.lint.site.Site;

/** Of several ifs in one location only the last true one counts. */
public final class IfIsEvil implements Rule {
  @Override
  public Severity severity() {
    return Severity.NOTE;
  }

  @Override
  public String advice() {
    return "join the conditions by a map";
  }

  @Override
  public Stream<Hit> check(Site site) {
    return site.locations()
        .map(location -> location.scope().children("if").filter(IfIsEvil::configures).toList())
        .filter(all -> all.size() > 1)
        .flatMap(all -> all.getLast().block().stream())
        .map(last ->
            Hit.at(
                last,
                "when this holds, the settings of the ifs before it are lost",
                "join the conditions by a map"));
  }

  private static boolean configures(Scope condition) {
    return condition.directives().stream()
        .anyMatch(statement ->
            !Set.of("return", "rewrite", "set", "break").contains(statement.name().text()));
  }
}
