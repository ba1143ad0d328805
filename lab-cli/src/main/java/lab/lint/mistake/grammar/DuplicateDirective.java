package lab.lint.mistake.grammar;

import java.util.HashMap;
import java.util.Objects;
import java.util.stream.Stream;
import lab.lint.rule.Edit;
import lab.lint.rule.Hit;
import lab.lint.rule.Line;
import lab.lint.rule.Rule;
import lab.lint.rule.Severity;
import lab.lint.site.Scope;
import lab.lint.site.Site;
import lab.nginx.grammar.DirectiveRule;
import lab.nginx.grammar.Grammar;
import lab.nginx.syntax.Directive;
import lab.nginx.syntax.Span;

/** A directive that may be written once in a block is written twice. */
public final class DuplicateDirective implements Rule {
  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public String advice() {
    return "keep one of them";
  }

  @Override
  public Stream<Hit> check(Site site) {
    return site.scopes().flatMap(DuplicateDirective::hits);
  }

  private static Stream<Hit> hits(Scope scope) {
    var first = new HashMap<String, Directive>();
    return scope.directives().stream()
        .filter(statement -> once(statement.name().text()))
        .filter(statement -> first.putIfAbsent(statement.name().text(), statement) != null)
        .map(statement ->
            hit(statement, Objects.requireNonNull(first.get(statement.name().text()))));
  }

  private static Hit hit(Directive statement, Directive earlier) {
    int end =
        statement.block().map(block -> block.close().end()).orElse(statement.terminator().end());
    var name = statement.name().span();
    return Hit.at(
            statement,
            "\""
                + statement.name()
                + "\" stands in this block already, in "
                + Line.of(earlier.name().span(), name),
            "delete one of the two")
        .with(new Edit(new Span(name.source(), name.start(), end), ""));
  }

  private static boolean once(String name) {
    var rows = Grammar.stock().rules(name);
    return !rows.isEmpty() && rows.stream().allMatch(DirectiveRule::once);
  }
}
