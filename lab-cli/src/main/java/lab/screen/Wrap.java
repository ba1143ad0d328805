package lab.screen;

import java.util.ArrayList;
import java.util.List;

/** Text broken at blanks, so that no line is wider than a screen. */
public final class Wrap {
  private Wrap() {}

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
          lines.add(line.toString());
          line.setLength(0);
        }
        line.append(line.isEmpty() ? "" : " ").append(word);
      }
      lines.add(line.toString());
    }
    return lines;
  }
}
