package lab.lint.mistake.text;

import java.util.stream.Stream;
import lab.lint.rule.Hit;
import lab.lint.rule.Rule;
import lab.lint.rule.Severity;
import lab.lint.rule.Swallowed;
import lab.lint.site.Site;

/** A statement runs on into the next line. */
public final class MissingSemicolon implements Rule {
  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public String advice() {
    return "end the statement with ;";
  }

  @Override
  public Stream<Hit> check(Site site) {
    var lines =
        site.scopes()
            .flatMap(scope ->
                scope.directives().stream()
                    .flatMap(statement -> Swallowed.by(statement, scope.name()).stream()));
    var inLines = site.placed().flatMap(placed -> Swallowed.inLine(placed).stream());
    return Stream.concat(lines, inLines).map(Swallowed::hit);
  }
}
