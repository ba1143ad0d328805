package lab.nginx.policy;

/** How a stranger's words are shown: short, and with nothing that a terminal obeys. */
final class Messages {
  private static final int LONGEST = 60;

  private Messages() {}

  /** A word in quotes, cut when long, with a dot for each byte that does not print. */
  static String shown(String word) {
    var cut = word.length() > LONGEST ? word.substring(0, LONGEST) + "..." : word;
    return "\"" + cut.replaceAll("[^ -~]", ".") + "\"";
  }
}
