package lab.nginx.routing.notation;

/**
 * How nginx escapes paths and arguments, and takes escapes back.
 *
 * <p>Source: nginx, {@code ngx_string.c}, {@code ngx_escape_uri} and {@code ngx_unescape_uri}.
 */
public final class Escapes {
  private Escapes() {}

  /** Escapes what must not stand in a path. */
  public static String path(String text) {
    return escape(text, " \"#%<>?\\^`{|}");
  }

  /** Escapes what must not stand in an argument. */
  public static String argument(String text) {
    return escape(text, " \"#%&+;<>?\\^`{|}");
  }

  /**
   * Takes escapes back in a redirect, up to its query, but for those that a URL needs. Of what is
   * no escape nginx drops the percent sign, and a digit behind it.
   */
  public static String redirect(String text) {
    var out = new StringBuilder();
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '?') {
        return out.append(text, at, text.length()).toString();
      }
      if (c != '%') {
        out.append(c);
        at++;
        continue;
      }
      int value = hex(text, at + 1);
      if (value == '?') {
        return out.append('?').append(text, at + 3, text.length()).toString();
      }
      if (value >= 0) {
        boolean plain = value > '%' && value < 0x7f;
        out.append(plain ? Character.toString(value) : text.substring(at, at + 3));
        at += 3;
        continue;
      }
      boolean digit = at + 1 < text.length() && Character.digit(text.charAt(at + 1), 16) >= 0;
      boolean letter = !digit && at + 1 < text.length();
      out.append(letter ? text.substring(at + 1, at + 2) : "");
      at += digit ? 3 : 2;
    }
    return out.toString();
  }

  /** The byte that two hexadecimal digits name; -1 when they are not digits. */
  static int hex(String text, int at) {
    if (at + 1 >= text.length()) {
      return -1;
    }
    int high = Character.digit(text.charAt(at), 16);
    int low = Character.digit(text.charAt(at + 1), 16);
    return high < 0 || low < 0 ? -1 : high * 16 + low;
  }

  private static String escape(String text, String special) {
    var out = new StringBuilder();
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c < ' ' || c >= 0x7f || special.indexOf(c) >= 0) {
        out.append('%').append(String.format("%02X", (int) c));
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }
}
