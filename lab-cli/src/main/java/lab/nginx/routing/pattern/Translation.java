package lab.nginx.routing.pattern;

import java.util.HashMap;
import java.util.Map;
import lab.nginx.routing.doubt.CannotTell;

/** Turns PCRE's notation into Java's where the two mean the same, and gives up where not. */
final class Translation {
  private static final String SAME_ESCAPES = "dDwWsSbBAzZtnrfae";
  private static final Map<String, String> POSIX =
      Map.ofEntries(
          Map.entry("alpha", "a-zA-Z"),
          Map.entry("digit", "0-9"),
          Map.entry("alnum", "a-zA-Z0-9"),
          Map.entry("upper", "A-Z"),
          Map.entry("lower", "a-z"),
          Map.entry("xdigit", "0-9a-fA-F"),
          Map.entry("space", "\\t-\\r\\x20"),
          Map.entry("blank", "\\t\\x20"),
          Map.entry("word", "a-zA-Z0-9_"),
          Map.entry("punct", "!-/:-@\\x5b-`\\x7b-~"),
          Map.entry("cntrl", "\\x00-\\x1f\\x7f"),
          Map.entry("graph", "!-~"),
          Map.entry("print", "\\x20-~"));

  /** A translated expression and the numbers of its named groups. */
  record Translated(String text, Map<String, Integer> names) {}

  private final String source;
  private final StringBuilder out = new StringBuilder();
  private final Map<String, Integer> names = new HashMap<>();
  private int at;
  private int groups;

  Translation(String source) {
    this.source = source;
  }

  Translated run() {
    while (at < source.length()) {
      char c = source.charAt(at);
      switch (c) {
        case '\\' -> escape(false);
        case '[' -> characterClass();
        case '(' -> group();
        case '{' -> brace();
        case '}', ']' -> literal(c);
        case '$' -> take("\\Z");
        default -> take(Character.toString(c));
      }
    }
    return new Translated(out.toString(), Map.copyOf(names));
  }

  private void take(String text) {
    out.append(text);
    at++;
  }

  private void literal(char c) {
    take("\\" + c);
  }

  /** {@code \Q...\E}: letters that stand for themselves; without its end, all the rest. */
  private void quoted(boolean inClass) {
    int begin = at + 2;
    int end = source.indexOf("\\E", begin);
    var text = source.substring(begin, end < 0 ? source.length() : end);
    if (inClass && (text.isEmpty() || end < 0)) {
      throw new CannotTell("a quotation in a class is empty or not closed");
    }
    for (int letter = 0; letter < text.length(); letter++) {
      char c = text.charAt(letter);
      boolean plain = Character.isLetterOrDigit(c) || c <= ' ' || c >= 0x7f;
      out.append(plain ? "" : "\\").append(c);
    }
    at = end < 0 ? source.length() : end + 2;
  }

  private void escape(boolean inClass) {
    if (source.startsWith("\\Q", at)) {
      quoted(inClass);
    } else if (source.startsWith("\\E", at) && !inClass) {
      // ends nothing, and PCRE does not mind
      at += 2;
    } else {
      single(inClass);
    }
  }

  private void single(boolean inClass) {
    if (at + 1 >= source.length()) {
      throw new CannotTell("a backslash ends it");
    }
    char c = source.charAt(at + 1);
    boolean hexadecimal =
        c == 'x'
            && at + 3 < source.length()
            && Character.digit(source.charAt(at + 2), 16) >= 0
            && Character.digit(source.charAt(at + 3), 16) >= 0;
    boolean reference =
        !inClass
            && c >= '1'
            && c <= '9'
            && (at + 2 >= source.length() || !Character.isDigit(source.charAt(at + 2)));
    boolean plain = !Character.isLetterOrDigit(c) && c < 0x80;
    boolean same = SAME_ESCAPES.indexOf(c) >= 0 && !(inClass && "bBAzZ".indexOf(c) >= 0);
    if (!hexadecimal && !reference && !plain && !same) {
      throw new CannotTell("\"\\" + c + "\" is not one that Java reads alike");
    }
    out.append('\\').append(c);
    at += 2;
  }

  private void brace() {
    int end = at + 1;
    while (end < source.length() && Character.isDigit(source.charAt(end))) {
      end++;
    }
    boolean quantifier = end > at + 1;
    if (quantifier && end < source.length() && source.charAt(end) == ',') {
      end++;
      while (end < source.length() && Character.isDigit(source.charAt(end))) {
        end++;
      }
    }
    if (quantifier && end < source.length() && source.charAt(end) == '}') {
      out.append(source, at, end + 1);
      at = end + 1;
    } else if (source.startsWith("{,", at)) {
      throw new CannotTell("\"{,\" means different things in different releases of PCRE");
    } else {
      literal('{');
    }
  }

  private void group() {
    if (source.startsWith("(*", at)) {
      throw new CannotTell("it uses a verb of PCRE");
    }
    if (!source.startsWith("(?", at)) {
      groups++;
      take("(");
      return;
    }
    for (var same : new String[] {"(?:", "(?=", "(?!", "(?>", "(?<=", "(?<!", "(?i)", "(?i:"}) {
      if (source.startsWith(same, at)) {
        out.append(same);
        at += same.length();
        return;
      }
    }
    named();
  }

  private void named() {
    for (var form : new String[] {"(?P<>", "(?<>", "(?''"}) {
      var open = form.substring(0, form.length() - 1);
      int end = source.indexOf(form.charAt(form.length() - 1), at + open.length());
      if (source.startsWith(open, at) && end > 0) {
        var name = source.substring(at + open.length(), end);
        if (name.matches("[A-Za-z_][A-Za-z0-9_]*") && names.put(name, ++groups) == null) {
          out.append('(');
          at = end + 1;
          return;
        }
      }
    }
    throw new CannotTell("it uses a group that only PCRE has");
  }

  private void characterClass() {
    take("[");
    if (at < source.length() && source.charAt(at) == '^') {
      take("^");
    }
    boolean first = true;
    while (at < source.length() && (first || source.charAt(at) != ']')) {
      first = false;
      char c = source.charAt(at);
      if (source.startsWith("[:", at) && source.indexOf(":]", at) > 0) {
        posix();
      } else if (c == '\\') {
        escape(true);
      } else if (c == '-' || Character.isLetterOrDigit(c)) {
        take(Character.toString(c));
      } else {
        take(c < 0x80 && c > ' ' ? "\\" + c : Character.toString(c));
      }
    }
    if (at >= source.length()) {
      throw new CannotTell("a class is not closed");
    }
    take("]");
  }

  private void posix() {
    int end = source.indexOf(":]", at);
    var members = POSIX.get(source.substring(at + 2, end));
    if (members == null) {
      throw new CannotTell("it uses a class that only PCRE has");
    }
    out.append(members);
    at = end + 2;
  }
}
