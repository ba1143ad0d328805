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

  /** The same with the fix as an edit. */
  public Hit with(Edit mechanical) {
    return new Hit(at, message, fix, Optional.of(mechanical), severity);
  }

  /** The same with a text to put in place of the bytes it points at. */
  public Hit replacing(String text) {
    return with(new Edit(at, text));
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
