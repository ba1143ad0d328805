package lab.nginx.syntax;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;

/** The bytes of one configuration file, and where its lines begin. */
public final class SourceText {
  private final Path path;
  private final String bytes;
  private final int[] lineStarts;

  /**
   * @param path the file's name, as it is to be shown
   * @param bytes its content
   */
  public SourceText(Path path, byte[] bytes) {
    this.path = path;
    this.bytes = new String(bytes, StandardCharsets.ISO_8859_1);
    var starts = new int[16];
    int lines = 1;
    for (int at = 0; at < bytes.length; at++) {
      if (bytes[at] == '\n') {
        if (lines == starts.length) {
          starts = Arrays.copyOf(starts, lines * 2);
        }
        starts[lines++] = at + 1;
      }
    }
    this.lineStarts = Arrays.copyOf(starts, lines);
  }

  public Path path() {
    return path;
  }

  /** The content, one {@code char} a byte. */
  public String text() {
    return bytes;
  }

  public int length() {
    return bytes.length();
  }

  public int lines() {
    return lineStarts.length;
  }

  /**
   * Line and column of a byte.
   *
   * @param offset bytes from the beginning; the length itself is the end of the file
   * @throws IndexOutOfBoundsException when it lies outside
   */
  public Position position(int offset) {
    if (offset < 0 || offset > bytes.length()) {
      throw new IndexOutOfBoundsException(offset);
    }
    int found = Arrays.binarySearch(lineStarts, offset);
    int line = found >= 0 ? found : -found - 2;
    return new Position(line + 1, offset - lineStarts[line] + 1);
  }

  /**
   * The text of one line without its line feed, one {@code char} a byte.
   *
   * @param line from 1
   */
  public String line(int line) {
    int end = line < lineStarts.length ? lineStarts[line] - 1 : bytes.length();
    return bytes.substring(lineStarts[line - 1], end);
  }
}
