package lab.lint.advice.server;

import java.util.stream.Stream;
import lab.lint.rule.Hit;
import lab.lint.rule.Rule;
import lab.lint.rule.Severity;
import lab.lint.rule.Swallowed;
import lab.lint.site.Site;

/** A line was taken for further words of the line above it. */
public final class WordsSwallowed implements Rule {
  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public String advice() {
    return "end the line before with ;";
  }

  @Override
  public Stream<Hit> check(Site site) {
    return site.scopes()
        .flatMap(scope ->
            scope.directives().stream()
                .flatMap(statement -> Swallowed.by(statement, scope.name()).stream())
                .map(Swallowed::hit));
  }
}
