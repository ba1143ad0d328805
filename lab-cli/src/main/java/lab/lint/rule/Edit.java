package lab.lint.rule;

import lab.nginx.syntax.Span;

/**
 * A fix that needs no thought.
 *
 * @param at the bytes to replace; none to insert
 * @param text what to write there, one {@code char} a byte
 */
public record Edit(Span at, String text) {
  /** The file's text with this edit made, one {@code char} a byte. */
  public String applied() {
    var old = at.source().text();
    return old.substring(0, at.start()) + text + old.substring(at.end());
  }
}
