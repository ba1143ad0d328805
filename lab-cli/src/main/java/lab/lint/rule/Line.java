package lab.lint.rule;

import lab.nginx.syntax.Span;

/** Names a line in a message about another place. */
public final class Line {
  private Line() {}

  /**
   * Where a place is, such as {@code line 3}, and of which file if it is another one.
   *
   * @param seen the place that the message is shown at
   */
  public static String of(Span place, Span seen) {
    var line = "line " + place.line();
    return place.source() == seen.source() ? line : line + " of " + place.source().path();
  }
}
