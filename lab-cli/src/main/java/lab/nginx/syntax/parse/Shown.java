package lab.nginx.syntax.parse;

import java.util.List;
import lab.nginx.syntax.Word;

/** How a message shows pieces of the file. */
final class Shown {
  private static final int LONGEST = 40;

  private Shown() {}

  static String letter(char c) {
    return c > ' ' && c < 0x7f ? "\"" + c + "\"" : "the byte 0x" + Integer.toHexString(c);
  }

  /** The first word of a statement, cut where it is long. */
  static String name(List<Word> statement) {
    var name = statement.getFirst().text();
    return name.length() > LONGEST ? name.substring(0, LONGEST) + "..." : name;
  }
}
