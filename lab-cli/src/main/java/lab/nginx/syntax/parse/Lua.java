package lab.nginx.syntax.parse;

/** Finds the end of a block of Lua, only to go on reading after it. */
final class Lua {
  private Lua() {}

  /**
   * The offset after the brace that closes a block of Lua.
   *
   * @param start after the opening brace
   * @return {@code start} itself when no brace closes the block
   */
  static int skip(String text, int start) {
    int depth = 1;
    int at = start;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '"' || c == '\'') {
        at = afterString(text, at);
      } else if (text.startsWith("--[[", at) || text.startsWith("[[", at)) {
        at = after(text, "]]", at + 2);
      } else if (text.startsWith("--", at)) {
        at = after(text, "\n", at);
      } else {
        depth += c == '{' ? 1 : c == '}' ? -1 : 0;
        at++;
        if (depth == 0) {
          return at;
        }
      }
    }
    return start;
  }

  private static int afterString(String text, int open) {
    int at = open + 1;
    while (at < text.length() && text.charAt(at) != text.charAt(open)) {
      at += text.charAt(at) == '\\' ? 2 : 1;
    }
    return at + 1;
  }

  private static int after(String text, String mark, int from) {
    int found = text.indexOf(mark, from);
    return found < 0 ? text.length() : found + mark.length();
  }
}
