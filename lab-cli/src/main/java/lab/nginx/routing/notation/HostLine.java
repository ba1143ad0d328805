package lab.nginx.routing.notation;

import java.util.Locale;
import java.util.Optional;

/**
 * A host as a client names it, in a Host line or in a whole URL.
 *
 * <p>Source: nginx 1.22.1, {@code ngx_http_validate_host}. What stands behind the colon is no more
 * looked at than for dots, slashes and blanks.
 */
public final class HostLine {
  private HostLine() {}

  /**
   * The name as nginx keeps it: lower case, without port and final dot.
   *
   * @return empty when nginx refuses it with 400
   */
  public static Optional<String> read(String line) {
    var text = line.strip();
    boolean refused =
        text.contains("..") || text.chars().anyMatch(c -> c <= ' ' || c == 0x7f || c == '/');
    if (refused) {
      return Optional.empty();
    }
    int end = text.startsWith("[") ? text.indexOf(']') + 1 : text.indexOf(':');
    var name = end > 0 || text.startsWith(":") ? text.substring(0, end) : text;
    boolean finalDot = name.endsWith(".") && text.lastIndexOf('.') == name.length() - 1;
    var bare = finalDot ? name.substring(0, name.length() - 1) : name;
    return Optional.of(bare.toLowerCase(Locale.ROOT)).filter(host -> !host.isEmpty());
  }
}
