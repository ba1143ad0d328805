package lab.screen;

import java.util.ArrayList;
import java.util.List;
import org.jline.utils.AttributedString;

/** Rows of words in aligned columns: the first column to the left, the others to the right. */
public final class Table {
  private static final String GAP = "  ";

  private final List<List<String>> rows = new ArrayList<>();

  /** Adds a row; rows may differ in length. */
  public Table row(List<String> cells) {
    rows.add(List.copyOf(cells));
    return this;
  }

  /** The lines, each as wide as its cells need; colours in a cell take no room. */
  public List<String> lines() {
    int columns = rows.stream().mapToInt(List::size).max().orElse(0);
    var widths = new int[columns];
    for (var row : rows) {
      for (int column = 0; column < row.size(); column++) {
        widths[column] = Math.max(widths[column], columns(row.get(column)));
      }
    }
    return rows.stream().map(row -> line(row, widths)).toList();
  }

  private static String line(List<String> row, int[] widths) {
    var line = new StringBuilder();
    for (int column = 0; column < row.size(); column++) {
      var cell = row.get(column);
      var blanks = " ".repeat(widths[column] - columns(cell));
      line.append(column == 0 ? cell + blanks : GAP + blanks + cell);
    }
    return line.toString().stripTrailing();
  }

  /** Columns that a text takes; colours in it take none. */
  public static int columns(String cell) {
    return AttributedString.fromAnsi(cell).columnLength();
  }
}
