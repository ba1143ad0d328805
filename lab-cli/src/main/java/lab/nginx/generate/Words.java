package lab.nginx.generate;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** Turns text into words that nginx reads back as that text. */
final class Words {
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./:=\\[\\]@*~^$-]+");

  private Words() {}

  /** A word, quoted where it has to be, on one line. */
  static String quote(String text) {
    if (PLAIN.matcher(text).matches()) {
      return text;
    }
    var escaped = text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    return "\"" + escaped + "\"";
  }

  /** A path as a word. */
  static String path(Path path) {
    return quote(latin(path));
  }

  /** A path's UTF-8 bytes, one {@code char} a byte. */
  static String latin(Path path) {
    var bytes = path.toString().getBytes(StandardCharsets.UTF_8);
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }
}
