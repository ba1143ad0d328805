package lab.nginx.generate;

import java.util.Optional;

/**
 * Where a request is passed on to, such as {@code http://async/feed}.
 *
 * @param scheme with its slashes; empty when none is written
 * @param authority a group, or a host and perhaps a port, or variables
 * @param rest the URI after it; may be empty
 */
record Target(String scheme, String authority, String rest) {
  /** Reads a target; empty for a Unix socket. */
  static Optional<Target> parse(String text) {
    int mark = text.indexOf("://");
    int from = mark < 0 ? 0 : mark + 3;
    if (text.startsWith("unix:", from)) {
      return Optional.empty();
    }
    int end = from;
    while (end < text.length() && "/?#".indexOf(text.charAt(end)) < 0) {
      end++;
    }
    return Optional.of(
        new Target(text.substring(0, from), text.substring(from, end), text.substring(end)));
  }

  boolean hasVariable() {
    return authority.indexOf('$') >= 0;
  }

  Target to(String other) {
    return new Target(scheme, other, rest);
  }

  @Override
  public String toString() {
    return scheme + authority + rest;
  }
}
