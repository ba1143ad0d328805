package lab.screen;

import java.util.List;
import org.jline.utils.WCWidth;

/**
 * One line of a file with a caret under the part that is meant, as wide as the terminal allows.
 *
 * @param line the line's number, from 1
 * @param before what stands before the part
 * @param part the part; empty to point between two letters
 * @param after what stands after it on its line
 */
public record SourceExcerpt(int line, String before, String part, String after) {
  private static final int TAB = 4;
  private static final int LEAST = 20;
  private static final String CUT = "...";

  /**
   * Paints the lines: a rule, the text, and the caret with a few words beside it.
   *
   * @param gutter columns for the line's number
   * @param columns of the terminal
   * @param ink the caret and the gutter are coloured
   */
  public List<String> lines(int gutter, int columns, Ink ink) {
    var bar = ink.name(" ".repeat(gutter) + " |");
    int room = Math.max(LEAST, columns - gutter - 4);
    var head = shown(before);
    var marked = shown(part);
    var tail = shown(after);
    int caret = Math.clamp(width(marked), 1, room);
    if (width(head) + caret > room) {
      head = CUT + lastColumns(head, Math.max(0, room / 2 - CUT.length()));
    }
    var text = firstColumns(head + marked + tail, room);
    return List.of(
        bar,
        ink.name(String.format("%" + gutter + "d |", line)) + " " + text,
        bar
            + " "
            + " ".repeat(width(head))
            + ink.bad("^".repeat(Math.max(1, Math.min(caret, room - width(head))))));
  }

  /** The columns that a text takes in a terminal. */
  static int width(String text) {
    return text.codePoints().map(letter -> Math.max(0, WCWidth.wcwidth(letter))).sum();
  }

  /** Tabs as blanks, and control characters as a mark: a file must not steer the terminal. */
  private static String shown(String text) {
    var shown = new StringBuilder();
    text.codePoints()
        .forEach(letter -> {
          if (letter == '\t') {
            shown.append(" ".repeat(TAB));
          } else if (letter == '\u00a0') {
            shown.append('\u2423');
          } else if (letter != '\r') {
            shown.appendCodePoint(Character.isISOControl(letter) ? '\ufffd' : letter);
          }
        });
    return shown.toString();
  }

  private static String firstColumns(String text, int columns) {
    int room = Math.max(0, columns - CUT.length());
    int taken = 0;
    int cut = 0;
    for (int at = 0; at < text.length(); ) {
      int letter = text.codePointAt(at);
      taken += Math.max(0, WCWidth.wcwidth(letter));
      if (taken > columns) {
        return text.substring(0, cut) + CUT;
      }
      at += Character.charCount(letter);
      cut = taken <= room ? at : cut;
    }
    return text;
  }

  private static String lastColumns(String text, int columns) {
    int taken = 0;
    int start = text.length();
    while (start > 0) {
      int letter = text.codePointBefore(start);
      taken += Math.max(0, WCWidth.wcwidth(letter));
      if (taken > columns) {
        break;
      }
      start -= Character.charCount(letter);
    }
    return text.substring(start);
  }
}
