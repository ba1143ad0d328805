package lab.lint.rule;

import java.util.Optional;
import lab.nginx.syntax.Directive;
import lab.nginx.syntax.Span;
import lab.nginx.syntax.Word;

/**
 * One place where a rule has something to say.
 *
 * @param at the bytes that the person must edit
 * @param message one sentence: what is so
 * @param fix one line: what to do
 * @param edit the fix as an edit, where it needs no thought
 * @param severity empty for the rule's own
 */
public record Hit(
    Span at, String message, String fix, Optional<Edit> edit, Optional<Severity> severity) {

  public static Hit at(Span at, String message, String fix) {
    return new Hit(at, message, fix, Optional.empty(), Optional.empty());
  }

  public static Hit at(Word word, String message, String fix) {
    return at(word.span(), message, fix);
  }

  /** On the words of a statement, as far as they stand on its first line. */
  public static Hit at(Directive statement, String message, String fix) {
    return at(words(statement), message, fix);
  }

  /** From the first byte of one word to the last of another one behind it. */
  public static Span across(Word first, Word last) {
    return new Span(first.span().source(), first.span().start(), last.span().end());
  }

  /** The same with the fix as an edit. */
  public Hit with(Edit mechanical) {
    return new Hit(at, message, fix, Optional.of(mechanical), severity);
  }

  /** The same with a text to put in place of the bytes it points at. */
  public Hit replacing(String text) {
    return with(new Edit(at, text));
  }

  /** The same with nothing in place of the bytes it points at and of the blanks behind them. */
  public Hit deleting() {
    var text = at.source().text();
    int end = at.end();
    while (end < text.length() && (text.charAt(end) == ' ' || text.charAt(end) == '\t')) {
      end++;
    }
    return with(new Edit(new Span(at.source(), at.start(), end), ""));
  }

  public Hit as(Severity other) {
    return new Hit(at, message, fix, edit, Optional.of(other));
  }

  private static Span words(Directive statement) {
    var first = statement.name().span();
    return statement.args().stream()
        .map(Word::span)
        .filter(span -> span.line() == first.line() && span.source() == first.source())
        .reduce((one, next) -> next)
        .map(last -> new Span(first.source(), first.start(), last.end()))
        .orElse(first);
  }
}
