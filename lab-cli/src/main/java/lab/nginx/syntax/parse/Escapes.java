package lab.nginx.syntax.parse;

/** What nginx does to backslashes when it takes a word, quoted or not. */
final class Escapes {
  private Escapes() {}

  /**
   * The word between two offsets: quotes and backslashes lose theirs, {@code t r n} become control
   * bytes.
   */
  static String take(String text, int start, int end) {
    if (text.indexOf('\\', start, end) < 0) {
      return text.substring(start, end);
    }
    var taken = new StringBuilder(end - start);
    for (int at = start; at < end; at++) {
      char c = text.charAt(at);
      if (c != '\\' || at + 1 == end) {
        taken.append(c);
        continue;
      }
      char escaped = text.charAt(++at);
      switch (escaped) {
        case '"', '\'', '\\' -> taken.append(escaped);
        case 't' -> taken.append('\t');
        case 'r' -> taken.append('\r');
        case 'n' -> taken.append('\n');
        default -> taken.append(c).append(escaped);
      }
    }
    return taken.toString();
  }
}
