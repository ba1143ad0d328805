package lab.lint.mistake.grammar;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lab.lint.rule.Edit;
import lab.lint.rule.Hit;
import lab.lint.rule.Rule;
import lab.lint.rule.Severity;
import lab.lint.site.Site;
import lab.nginx.grammar.Context;
import lab.nginx.grammar.DirectiveRule;
import lab.nginx.grammar.Grammar;
import lab.nginx.grammar.Misuse;
import lab.nginx.grammar.Placed;
import lab.nginx.syntax.Directive;
import lab.nginx.syntax.Span;
import lab.nginx.syntax.Word;

/** A directive with a block that takes none, or without the one that it needs. */
public final class BlockNotAllowed implements Rule {
  private static final Pattern ADDRESS =
      Pattern.compile("[\\w.-]+:\\d+|\\d+\\.\\d+\\.\\d+\\.\\d+|\\[[^\\]]+\\](?::\\d+)?|localhost");

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public String advice() {
    return "end it with ; instead of a block";
  }

  @Override
  public Stream<Hit> check(Site site) {
    return site.misused()
        .flatMap(misused ->
            switch (misused.misuse()) {
              case Misuse.BlockNotAllowed none ->
                  Stream.of(
                      Hit.at(
                          misused.statement().terminator(),
                          "\"" + none.name() + "\" takes no block",
                          "end it with ; instead"));
              case Misuse.BlockMissing missing -> missing(misused.placed());
              case Misuse.Unknown _, Misuse.WrongContext _, Misuse.WrongCount _ -> Stream.empty();
            });
  }

  /** Nothing of a statement that lacks its semicolon too, of which the parser speaks. */
  private static Stream<Hit> missing(Placed placed) {
    return placed.statement().terminator().length() == 0
        ? Stream.empty()
        : Stream.of(withoutBlock(placed));
  }

  private static Hit withoutBlock(Placed placed) {
    var statement = placed.statement();
    var message = "\"" + statement.name() + "\" needs a block";
    var inside = inside(placed);
    if (inside.isPresent()) {
      return inside.get();
    }
    if (statement.is("server") && !statement.args().isEmpty()) {
      return Hit.at(
          statement,
          "a server with an address belongs into an upstream",
          "move it there, or write: server { listen ADDRESS; }");
    }
    var hit = Hit.at(statement.terminator(), message, "write { } instead");
    if (statement.is("upstream")) {
      return Hit.at(statement.terminator(), message, "write { server ADDRESS; } instead");
    }
    return rule(placed).filter(one -> one.arguments().accepts(statement.args().size())).isPresent()
        ? hit.replacing(" {}")
        : hit;
  }

  /** What was meant to stand in the block: another statement, or the address of an upstream. */
  private static Optional<Hit> inside(Placed placed) {
    var statement = placed.statement();
    var args = statement.args();
    var context = placed.context().flatMap(here -> here.inside(statement.name().text()));
    return IntStream.range(0, args.size())
        .filter(at -> begins(context, args, at))
        .boxed()
        .findFirst()
        .map(at -> braced(statement, args.get(at), ""))
        .or(() ->
            statement.is("upstream")
                    && args.size() == 2
                    && ADDRESS.matcher(args.get(1).text()).matches()
                ? Optional.of(braced(statement, args.get(1), "server "))
                : Optional.empty());
  }

  private static boolean begins(Optional<Context> inside, List<Word> args, int at) {
    var name = args.get(at);
    return name.span().raw().equals(name.text())
        && inside
            .flatMap(context -> Grammar.stock().rule(name.text(), context))
            .filter(rule -> !rule.block())
            .filter(rule -> rule.arguments().accepts(args.size() - at - 1))
            .isPresent();
  }

  private static Hit braced(Directive statement, Word from, String before) {
    var end = statement.terminator();
    var all = new Span(end.source(), from.span().start(), end.end());
    var text = "{ " + before + all.raw() + " }";
    return Hit.at(
            new Span(end.source(), from.span().start(), from.span().end()),
            "\"" + statement.name() + "\" needs a block around this",
            "write " + text)
        .with(new Edit(all, text));
  }

  private static Optional<DirectiveRule> rule(Placed placed) {
    return placed
        .context()
        .flatMap(here -> Grammar.stock().rule(placed.statement().name().text(), here));
  }
}
