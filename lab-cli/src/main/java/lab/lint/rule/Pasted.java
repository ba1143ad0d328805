package lab.lint.rule;

import java.util.regex.Pattern;

/**
 * Letters that look like the quotes and the blanks of a configuration and are neither for nginx;
 * over bytes, one {@code char} each.
 */
public final class Pasted {
  /** Typographic quotes: single, double, low, reversed, and guillemets. */
  public static final Pattern QUOTE =
      Pattern.compile("\u00e2\u0080[\u0098-\u009f]|\u00c2[\u00ab\u00bb]");

  /** No-break, thin, wide and zero-width blanks. */
  public static final Pattern BLANK =
      Pattern.compile(
          "\u00c2\u00a0|\u00e2\u0080[\u0080-\u008b\u00af]|\u00e3\u0080\u0080|\u00ef\u00bb\u00bf");

  private Pasted() {}
}
