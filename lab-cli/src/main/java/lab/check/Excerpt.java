package lab.check;

import lab.nginx.syntax.ByteText;
import lab.nginx.syntax.Span;

/**
 * A part of a line of a file, and what stands around it.
 *
 * @param line from 1
 * @param before what stands before the part on its line
 * @param part the part; empty to point between two letters
 * @param after what stands after it
 */
public record Excerpt(int line, String before, String part, String after) {
  /** Bytes around the part that can matter for what fits into a terminal's line. */
  private static final int AROUND = 4_096;

  /** The first line of what a span covers. */
  public static Excerpt of(Span at) {
    var position = at.position();
    var line = at.source().line(position.line());
    int start = position.column() - 1;
    int end = Math.min(line.length(), start + at.length());
    return new Excerpt(
        position.line(),
        ByteText.decode(line.substring(Math.max(0, start - AROUND), start)),
        ByteText.decode(line.substring(start, end)),
        ByteText.decode(line.substring(end, Math.min(line.length(), end + AROUND))));
  }
}
