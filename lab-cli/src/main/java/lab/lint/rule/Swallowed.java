package lab.lint.rule;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import lab.nginx.grammar.Grammar;
import lab.nginx.syntax.Braces;
import lab.nginx.syntax.Directive;
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

  private static List<Word> looked(Directive statement, String block) {
    boolean directive = Grammar.stock().names().contains(statement.name().text());
    return directive && !TABLES.contains(block) ? statement.args() : List.of();
  }

  /**
   * What to say: the semicolon belongs after the last word of the line above, and before its
   * braces.
   */
  public Hit hit() {
    int end = last.span().end() - Braces.swallowed(last.span().raw());
    var at = new Span(last.span().source(), end, end);
    return Hit.at(
            at,
            "\""
                + statement.name()
                + "\" does not end here, so that \""
                + next
                + "\" became one of its words",
            "add \";\" here")
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
