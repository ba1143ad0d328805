package lab.screen;

import java.util.ArrayList;
import java.util.List;

/** Text broken at blanks, so that no line is wider than a screen. */
public final class Wrap {
  private static final char NO_BREAK_SPACE = '\u00a0';

  private Wrap() {}

  /** A phrase, such as a command, that a line must not end within; its blanks are shown as such. */
  public static String unbroken(String phrase) {
    return phrase.replace(' ', NO_BREAK_SPACE);
  }

  private static String shown(String line) {
    return line.replace(NO_BREAK_SPACE, ' ');
  }

  /**
   * Breaks a text into lines; a line feed in it always begins a new one.
   *
   * @param columns at most so many a line; a word that is longer stands alone and whole, for what a
   *     person may want to copy is never cut
   */
  public static List<String> lines(String text, int columns) {
    var lines = new ArrayList<String>();
    for (var paragraph : text.split("\n", -1)) {
      var line = new StringBuilder();
      for (var word : paragraph.split(" ", -1)) {
        if (!line.isEmpty() && Table.columns(line.toString()) + 1 + Table.columns(word) > columns) {
          lines.add(shown(line.toString().stripTrailing()));
          line.setLength(0);
        }
        line.append(line.isEmpty() ? "" : " ").append(word);
      }
      lines.add(shown(line.toString()));
    }
    return lines;
  }

  /**
   * A text that goes on below, indented, where it is too wide; blanks before it are kept.
   *
   * @param columns at most so many a line, the indent included
   * @param indent at least as wide as the blanks that the text begins with
   */
  public static List<String> hanging(String text, int columns, String indent) {
    if (Table.columns(text) <= columns) {
      return List.of(shown(text));
    }
    var bare = text.stripLeading();
    var lines = lines(bare, columns - indent.length());
    var first = text.substring(0, text.length() - bare.length()) + lines.getFirst();
    lines.replaceAll(line -> indent + line);
    lines.set(0, first);
    return lines;
  }
}
