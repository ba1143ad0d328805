package lab.lint.mistake.text;

import java.util.stream.Stream;
import lab.lint.rule.Hit;
import lab.lint.rule.Rule;
import lab.lint.rule.Severity;
import lab.lint.site.Site;
import lab.nginx.grammar.Grammar;
import lab.nginx.syntax.Directive;
import lab.nginx.syntax.Span;

/** An equals sign between a directive and its value. */
public final class EqualsSign implements Rule {
  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public String advice() {
    return "write a blank between the directive and its value";
  }

  @Override
  public Stream<Hit> check(Site site) {
    return site.placed()
        .filter(placed -> placed.context().isPresent())
        .flatMap(placed -> hits(placed.statement()));
  }

  private static Stream<Hit> hits(Directive statement) {
    var name = statement.name().text();
    int sign = name.indexOf('=');
    if (sign > 0 && known(name.substring(0, sign))) {
      int from = statement.name().span().start() + sign;
      return Stream.of(hit(new Span(statement.name().span().source(), from, from + 1), " "));
    }
    return statement.is("location")
            || statement.is("if")
            || statement.args().isEmpty()
            || !known(name)
            || !statement.args().getFirst().text().startsWith("=")
        ? Stream.empty()
        : Stream.of(hit(sign(statement.args().getFirst().span()), ""));
  }

  private static Span sign(Span word) {
    return new Span(word.source(), word.start(), word.start() + 1);
  }

  private static Hit hit(Span at, String text) {
    return Hit.at(at, "nginx sets no value by =", "write a blank instead").replacing(text);
  }

  private static boolean known(String name) {
    return Grammar.stock().names().contains(name);
  }
}
