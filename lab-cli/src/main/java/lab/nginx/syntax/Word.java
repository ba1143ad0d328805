package lab.nginx.syntax;

/**
 * A name or an argument.
 *
 * @param text the word as nginx sees it: unquoted, escapes taken, one {@code char} a byte
 * @param span the word as it was typed, quotes included
 */
public record Word(String text, Span span) {
  @Override
  public String toString() {
    return text;
  }
}
