package lab.lint.mistake.variable;

import java.util.stream.Stream;
import lab.lint.rule.Hit;
import lab.lint.rule.Rule;
import lab.lint.rule.Severity;
import lab.lint.site.Site;

/** A variable to be set without a dollar sign. */
public final class BadVariableName implements Rule {
  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public String advice() {
    return "begin the variable with $";
  }

  @Override
  public Stream<Hit> check(Site site) {
    var set = site.all("set").flatMap(stated -> stated.directive().args().stream().limit(1));
    var tables =
        site.scopes("map", "split_clients")
            .flatMap(scope -> scope.block().stream())
            .filter(block -> block.args().size() == 2)
            .map(block -> block.args().getLast());
    return Stream.concat(set, tables)
        .filter(word -> !word.text().startsWith("$") || word.text().length() == 1)
        .map(word ->
            Hit.at(word, "the variable that is set here has no $", "write $" + word)
                .replacing("$" + word.text()));
  }
}
