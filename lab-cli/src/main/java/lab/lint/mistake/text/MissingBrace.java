package lab.lint.mistake.text;

import java.util.Set;
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
  private static final Set<String> BRACKETS = Set.of("(", "[");

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
        .map(MissingBrace::hit);
  }

  private static Hit hit(Swallowed swallowed) {
    var last = swallowed.last().span();
    var message = "\"" + swallowed.statement().name() + "\" has no opening brace";
    if (BRACKETS.contains(last.raw())) {
      return Hit.at(last, message, "write { for this bracket").replacing("{");
    }
    return Hit.at(new Span(last.source(), last.end(), last.end()), message, "add { here")
        .replacing(" {");
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
