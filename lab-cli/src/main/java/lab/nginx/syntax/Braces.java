package lab.nginx.syntax;

/** Closing braces that a word has swallowed, because nothing ended it before them. */
public final class Braces {
  private Braces() {}

  /** Whether braces, and then nothing or white space, come at an offset: they close blocks. */
  public static boolean endWhatComes(String text, int offset) {
    int end = offset;
    while (end < text.length() && text.charAt(end) == '}') {
      end++;
    }
    return end > offset && (end == text.length() || " \t\r\n".indexOf(text.charAt(end)) >= 0);
  }

  /**
   * How many braces at the end of an unquoted word were meant to close blocks: all but those that
   * close a {@code ${name}} of the word, and those after a backslash. A word has none when they
   * would leave nothing of it.
   *
   * @param raw the word as it stands in the file
   */
  public static int swallowed(String raw) {
    int end = raw.length();
    while (end > 1 && raw.charAt(end - 1) == '}' && raw.charAt(end - 2) != '\\') {
      end--;
    }
    int open = 0;
    for (int at = 1; at < end; at++) {
      char c = raw.charAt(at);
      if (c == '{' && raw.charAt(at - 1) == '$') {
        open++;
      } else if (c == '}' && open > 0) {
        open--;
      }
    }
    return Math.max(0, raw.length() - end - open);
  }
}
