package lab.lint.rule;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import lab.nginx.grammar.DirectiveRule;
import lab.nginx.grammar.Grammar;
import lab.nginx.grammar.Placed;
import lab.nginx.syntax.Braces;
import lab.nginx.syntax.Directive;
import lab.nginx.syntax.Marks;
import lab.nginx.syntax.Span;
import lab.nginx.syntax.Word;

/**
 * A line that became words of the statement above it, because that one's semicolon is missing.
 *
 * @param statement the statement that goes on too long
 * @param last the last word that belongs to it
 * @param next the word that was meant to begin a statement
 */
public record Swallowed(Directive statement, Word last, Word next) {
  private static final Set<String> TABLES =
      Set.of("types", "map", "geo", "split_clients", "charset_map");

  /**
   * Looks for a directive's name at the beginning of a line inside a statement.
   *
   * @param block the name of the block that the statement is in: a table's rows hold any words
   */
  public static Optional<Swallowed> by(Directive statement, String block) {
    var last = statement.name();
    var known = Grammar.stock().names();
    for (var word : looked(statement, block)) {
      boolean plain = word.span().raw().equals(word.text());
      if (plain && startsLine(word) && known.contains(word.text())) {
        return Optional.of(new Swallowed(statement, last, word));
      }
      last = word;
    }
    return Optional.empty();
  }

  /**
   * Looks for a statement on the same line: a directive's name with words behind it, as many as it
   * takes, and as many before it as the outer one takes.
   */
  public static Optional<Swallowed> inLine(Placed placed) {
    var statement = placed.statement();
    var args = statement.args();
    var outer = rule(placed, statement.name());
    if (outer.isEmpty()) {
      return Optional.empty();
    }
    return IntStream.range(1, args.size() - 1)
        .filter(at -> args.get(at).span().raw().equals(args.get(at).text()))
        .filter(at -> outer.get().arguments().accepts(at))
        .filter(at ->
            rule(placed, args.get(at))
                .filter(inner -> inner.block() == statement.block().isPresent())
                .filter(inner -> inner.arguments().accepts(args.size() - at - 1))
                .isPresent())
        .mapToObj(at -> new Swallowed(statement, args.get(at - 1), args.get(at)))
        .findFirst();
  }

  private static Optional<DirectiveRule> rule(Placed placed, Word name) {
    return placed.context().flatMap(context -> Grammar.stock().rule(name.text(), context));
  }

  private static List<Word> looked(Directive statement, String block) {
    boolean directive = Grammar.stock().names().contains(statement.name().text());
    return directive && !TABLES.contains(block) ? statement.args() : List.of();
  }

  /**
   * What to say: the semicolon belongs after the last word of the line above, before its braces,
   * and in place of a mark that was typed for it.
   */
  public Hit hit() {
    int end = last.span().end() - Braces.swallowed(last.span().raw());
    int mark = Marks.forSemicolon(last.span().raw());
    var at = new Span(last.span().source(), end - mark, end);
    return Hit.at(
            at,
            "\""
                + statement.name()
                + "\" does not end here, so that \""
                + next
                + "\" became one of its words",
            mark > 0 ? "write \";\" for this mark" : "add \";\" here")
        .replacing(";");
  }

  private static boolean startsLine(Word word) {
    var text = word.span().source().text();
    int at = word.span().start() - 1;
    while (at >= 0 && text.charAt(at) != '\n' && Character.isWhitespace(text.charAt(at))) {
      at--;
    }
    return at < 0 || text.charAt(at) == '\n';
  }
}
