package lab.lint.site;

import java.util.Optional;
import java.util.stream.Stream;
import lab.nginx.syntax.Directive;
import lab.nginx.syntax.Word;

/**
 * One {@code proxy_pass}: where requests go, and with which path.
 *
 * @param scope the block that it is in
 * @param directive the statement
 * @param scheme what stands before {@code ://}; empty when there is none
 * @param authority the group, or host and port
 * @param uri from the first slash after the authority on; empty when there is none
 */
public record Proxy(Scope scope, Directive directive, String scheme, String authority, String uri) {

  static Optional<Proxy> of(Scope scope, Directive directive) {
    if (directive.args().isEmpty()) {
      return Optional.empty();
    }
    var text = directive.args().getFirst().text();
    int colon = text.indexOf("://");
    var rest = colon < 0 ? text : text.substring(colon + 3);
    int slash = uriStart(rest);
    return Optional.of(
        new Proxy(
            scope,
            directive,
            colon < 0 ? "" : text.substring(0, colon),
            slash < 0 ? rest : rest.substring(0, slash),
            slash < 0 ? "" : rest.substring(slash)));
  }

  /** Where the URI begins: at a slash, or at a variable that brings one along. */
  private static int uriStart(String rest) {
    return Stream.of("/", "$request_uri", "$uri")
        .mapToInt(mark -> rest.indexOf(mark, mark.equals("/") ? 0 : 1))
        .filter(at -> at >= 0)
        .min()
        .orElse(-1);
  }

  public Word target() {
    return directive.args().getFirst();
  }

  public boolean hasVariable() {
    return target().text().contains("$");
  }

  /** The authority without its port. */
  public String host() {
    int colon = authority.lastIndexOf(':');
    return colon > authority.lastIndexOf(']') ? authority.substring(0, colon) : authority;
  }
}
