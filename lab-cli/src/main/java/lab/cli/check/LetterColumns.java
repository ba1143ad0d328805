package lab.cli.check;

import java.util.HashMap;
import java.util.Map;
import lab.nginx.syntax.ByteText;
import lab.nginx.syntax.SourceText;

/**
 * Columns in letters where the files have bytes. Each line is decoded once, so that a long line
 * with many places to name costs no more than a short one.
 */
final class LetterColumns {
  private record Line(SourceText source, int number) {}

  private final Map<Line, int[]> columns = new HashMap<>();

  /**
   * The column of a byte, from 1.
   *
   * @param offset bytes from the beginning of the file
   */
  int of(SourceText source, int offset) {
    var position = source.position(offset);
    var line = new Line(source, position.line());
    return columns
        .computeIfAbsent(line, key -> read(source.line(key.number())))[position.column() - 1];
  }

  /** The column of each byte of a line, and of its end. */
  private static int[] read(String line) {
    var columns = new int[line.length() + 1];
    int column = 1;
    for (int at = 0; at < line.length(); column++) {
      for (int end = at + bytes(line, at); at < end; at++) {
        columns[at] = column;
      }
    }
    columns[line.length()] = column;
    return columns;
  }

  /** How many bytes make the letter here; one that is no UTF-8 stands for itself. */
  private static int bytes(String line, int at) {
    char first = line.charAt(at);
    int wanted = first < 0xc2 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
    if (wanted == 1 || at + wanted > line.length()) {
      return 1;
    }
    var letters = ByteText.decode(line.substring(at, at + wanted));
    return letters.codePointCount(0, letters.length()) == 1 ? wanted : 1;
  }
}
