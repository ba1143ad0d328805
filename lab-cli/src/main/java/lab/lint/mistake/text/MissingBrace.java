package lab.lint.mistake.text;

import java.util.stream.Stream;
import lab.lint.rule.Hit;
import lab.lint.rule.Rule;
import lab.lint.rule.Severity;
import lab.lint.rule.Swallowed;
import lab.lint.site.Site;
import lab.nginx.grammar.Grammar;
import lab.nginx.syntax.Directive;
import lab.nginx.syntax.Span;

/** A block's opening brace is missing, so that its first line became part of its name. */
public final class MissingBrace implements Rule {
  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public String advice() {
    return "open the block with a brace";
  }

  @Override
  public Stream<Hit> check(Site site) {
    return site.placed()
        .filter(placed -> placed.context().isPresent() && opensBlock(placed.statement()))
        .flatMap(placed -> Swallowed.by(placed.statement(), "").stream())
        .map(swallowed -> {
          int end = swallowed.last().span().end();
          var at = new Span(swallowed.last().span().source(), end, end);
          return Hit.at(
                  at, "\"" + swallowed.statement().name() + "\" has no opening brace", "add { here")
              .replacing(" {");
        });
  }

  private static boolean opensBlock(Directive statement) {
    var rows = Grammar.stock().rules(statement.name().text());
    // "server" is a block and, in an upstream, a peer
    return !rows.isEmpty()
        && rows.stream().anyMatch(row -> row.block())
        && !(statement.is("server") && statement.args().size() > 0 && !startsBlock(statement));
  }

  private static boolean startsBlock(Directive server) {
    return server.args().getFirst().span().line() != server.name().span().line();
  }
}
