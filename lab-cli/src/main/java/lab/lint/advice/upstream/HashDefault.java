package lab.lint.advice.upstream;

import java.util.stream.Stream;
import lab.lint.rule.Hit;
import lab.lint.rule.Rule;
import lab.lint.rule.Severity;
import lab.lint.site.Site;

/** A table without a default gives an empty value to what it does not list. */
public final class HashDefault implements Rule {
  @Override
  public Severity severity() {
    return Severity.NOTE;
  }

  @Override
  public String advice() {
    return "add a default to the table";
  }

  @Override
  public Stream<Hit> check(Site site) {
    return site.scopes("map", "geo")
        .filter(table -> !table.has("default"))
        .flatMap(table -> table.block().stream())
        .map(table ->
            Hit.at(
                table,
                "what this " + table.name() + " does not list gets an empty value",
                "add a row: default ...;"));
  }
}
