package lab.nginx.generate;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import lab.nginx.grammar.Placed;

/**
 * Where a request is passed on to, such as {@code http://async/feed}.
 *
 * @param scheme with its slashes; empty when none is written
 * @param authority a group, or a host and perhaps a port, or variables
 * @param rest the URI after it, be it a variable that begins with one; may be empty
 */
record Target(String scheme, String authority, String rest) {
  /** A variable that is a URI, or the question mark before one, ends the authority. */
  private static final Pattern WRITTEN =
      Pattern.compile(
          "((?:[a-z][a-z0-9+.-]*|\\$\\w+|\\$\\{\\w+})://)?"
              + "(.*?)"
              + "((?:[/?#]|\\$\\{?(?:request_uri|uri|document_uri|is_args)\\b).*)?",
          Pattern.DOTALL | Pattern.CASE_INSENSITIVE);

  /**
   * The groups of upstream servers that an authority can name.
   *
   * @param names as written
   */
  record Groups(Set<String> names) {
    Groups {
      names = new TreeSet<>(names);
    }

    static Groups of(List<Placed> statements) {
      return new Groups(
          statements.stream()
              .filter(placed -> placed.is("upstream") && !placed.statement().args().isEmpty())
              .map(placed -> placed.statement().args().getFirst().text())
              .collect(Collectors.toSet()));
    }

    /**
     * Whether nginx takes an authority for one of them: it ignores case, and takes what has a port
     * for none, even where a group is called like it.
     */
    boolean contains(String authority) {
      return authority.indexOf(':') < 0 && names.stream().anyMatch(authority::equalsIgnoreCase);
    }
  }

  /** Reads a target; empty for a Unix socket. */
  static Optional<Target> parse(String text) {
    var matcher = WRITTEN.matcher(text);
    if (!matcher.matches() || matcher.group(2).startsWith("unix:")) {
      return Optional.empty();
    }
    return Optional.of(
        new Target(
            Optional.ofNullable(matcher.group(1)).orElse(""),
            matcher.group(2),
            Optional.ofNullable(matcher.group(3)).orElse("")));
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
