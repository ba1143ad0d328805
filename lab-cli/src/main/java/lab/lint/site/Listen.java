package lab.lint.site;

import java.util.OptionalInt;
import lab.nginx.syntax.Directive;

/**
 * Where a server listens.
 *
 * @param scope the server's block
 * @param directive the statement
 * @param host the address; {@code *} when only a port is given
 * @param port 80 when only an address is given; empty for a Unix socket
 */
public record Listen(Scope scope, Directive directive, String host, OptionalInt port) {
  static Listen of(Scope scope, Directive directive) {
    var text = directive.args().isEmpty() ? "" : directive.args().getFirst().text();
    if (text.startsWith("unix:")) {
      return new Listen(scope, directive, text, OptionalInt.empty());
    }
    if (text.matches("\\d+")) {
      return new Listen(scope, directive, "*", Peer.number(text));
    }
    int colon = text.lastIndexOf(':');
    return colon > text.lastIndexOf(']')
        ? new Listen(
            scope, directive, text.substring(0, colon), Peer.number(text.substring(colon + 1)))
        : new Listen(scope, directive, text, OptionalInt.of(80));
  }

  public boolean isDefault() {
    return directive.args().stream()
        .anyMatch(word -> word.text().equals("default_server") || word.text().equals("default"));
  }

  /** Host and port in one spelling, equal for listens that nginx takes for the same. */
  public String address() {
    return (host.equals("0.0.0.0") ? "*" : host) + ":" + port.orElse(0);
  }
}
