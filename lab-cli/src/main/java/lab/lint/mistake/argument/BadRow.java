package lab.lint.mistake.argument;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import lab.lint.rule.Hit;
import lab.lint.rule.Rule;
import lab.lint.rule.Severity;
import lab.lint.site.Site;
import lab.nginx.syntax.Directive;
import lab.nginx.syntax.Span;

/** A row of a map, a geo or a split_clients that is not one word and its value. */
public final class BadRow implements Rule {
  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public String advice() {
    return "write a word, its value and ; in each row";
  }

  private static final Set<String> ARROWS = Set.of("=>", "->", "=", ":");

  @Override
  public Stream<Hit> check(Site site) {
    return site.scopes("map", "geo", "split_clients")
        .flatMap(table -> table.directives().stream())
        .filter(row -> row.block().isEmpty() && row.args().size() > 1)
        .flatMap(row -> hit(row).stream());
  }

  private static Optional<Hit> hit(Directive row) {
    var second = row.args().getFirst();
    if (ARROWS.contains(second.span().raw()) && row.args().size() == 2) {
      return Optional.of(
          Hit.at(second, "a row has no sign between a word and its value", "delete it").deleting());
    }
    var third = row.args().get(1).span();
    if (third.line() == second.span().line()) {
      return Optional.empty();
    }
    int end = second.span().end();
    return Optional.of(
        Hit.at(
                new Span(third.source(), end, end),
                "the row \"" + row.name() + "\" does not end here",
                "add \";\" here")
            .replacing(";"));
  }
}
