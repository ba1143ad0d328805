package lab.lint;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What to do about messages of nginx that none of our rules foresees. */
final class NginxSays {
  private static final Map<Pattern, String> NEXT = next();

  private NginxSays() {}

  /** One line of help for a message about a line. */
  static String next(String message) {
    return known(message).orElse("look at the statement that ends in this line");
  }

  /** One line of help for a message about no line, or about the end of a block. */
  static String nextWithoutLine(String message) {
    return known(message).orElse("look wherever the file has what nginx quotes");
  }

  private static Optional<String> known(String message) {
    return NEXT.entrySet().stream()
        .filter(entry -> entry.getKey().matcher(message).find())
        .map(Map.Entry::getValue)
        .findFirst();
  }

  /** The rule of advice that knows more about a message. */
  static Optional<String> rule(String message) {
    if (message.startsWith("host not found in upstream")) {
      return Optional.of("unknown-upstream");
    }
    return message.startsWith("no servers in upstream")
        ? Optional.of("single-backup")
        : Optional.empty();
  }

  private static Map<Pattern, String> next() {
    var table = new LinkedHashMap<Pattern, String>();
    table.put(Pattern.compile("^host not found"), "correct the name, or write an address");
    table.put(Pattern.compile("^bind\\(\\).*98"), "another program has this port: lab doctor");
    table.put(Pattern.compile("^bind\\(\\).*13"), "ports below 1024 are root's: write 8080");
    table.put(Pattern.compile("13: Permission denied"), "write a path that is yours");
    table.put(Pattern.compile("2: No such file"), "correct the path, or make the file");
    table.put(
        Pattern.compile("^unknown log format"),
        "declare it in http by log_format, or use combined");
    table.put(
        Pattern.compile("zero size shared memory zone"), "declare the zone that is used here");
    table.put(
        Pattern.compile("^no \"ssl_certificate\""), "add a certificate, or take ssl out of listen");
    table.put(Pattern.compile("^could not build"), "raise the size that the message names");
    table.put(Pattern.compile("^invalid parameter"), "take this word out, or look for a missing ;");
    table.put(Pattern.compile("^invalid log level"), "look for a missing ; after the path");
    table.put(Pattern.compile("is duplicate$|^duplicate"), "keep one of the two");
    return table;
  }
}
