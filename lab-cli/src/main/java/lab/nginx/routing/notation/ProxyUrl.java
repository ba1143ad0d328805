package lab.nginx.routing.notation;

/**
 * What stands behind {@code http://} in a {@code proxy_pass}.
 *
 * @param authority host, and port if it has one
 * @param path path and query as written, which may be a query alone; empty when there is none
 */
public record ProxyUrl(String authority, String path) {
  public static ProxyUrl of(String text) {
    int end = 0;
    while (end < text.length() && "/?".indexOf(text.charAt(end)) < 0) {
      end++;
    }
    return new ProxyUrl(text.substring(0, end), text.substring(end));
  }

  /** Whether nginx can read host and port. */
  public boolean valid() {
    return authority.matches("(\\[[^\\]]+]|[^:\\[]+)(:0*[1-9]\\d{0,4})?")
        && (!hasPort() || Integer.parseInt(portText()) <= 65_535);
  }

  /** The Host line that nginx makes of it: the usual port is left out. */
  public String hostHeader() {
    return authority.endsWith(":80") ? authority.substring(0, authority.length() - 3) : authority;
  }

  boolean hasPort() {
    return authority.matches("(\\[.*]|[^:]*):\\d+");
  }

  public String portText() {
    return hasPort() ? authority.substring(authority.lastIndexOf(':') + 1) : "80";
  }

  /** Whether it names an address rather than a group or a host. */
  public boolean isAddress() {
    return authority.matches("[\\d.]+(:\\d+)?|\\[.*](:\\d+)?");
  }

  /** The name under which nginx keeps the group. */
  public String key() {
    return authority.toLowerCase(java.util.Locale.ROOT);
  }
}
