package lab.lint.site;

import java.util.Optional;
import java.util.OptionalInt;
import lab.nginx.syntax.Directive;

/**
 * One {@code server} of an upstream.
 *
 * @param directive the statement
 * @param host the address without its port
 * @param port 80 when none is given; empty for a Unix socket or text that is not a port
 */
public record Peer(Directive directive, String host, OptionalInt port) {
  static Peer of(Directive directive) {
    var address = directive.args().isEmpty() ? "" : directive.args().getFirst().text();
    int colon = address.lastIndexOf(':');
    if (address.startsWith("unix:")) {
      return new Peer(directive, address, OptionalInt.empty());
    }
    return colon > address.lastIndexOf(']')
        ? new Peer(directive, address.substring(0, colon), number(address.substring(colon + 1)))
        : new Peer(directive, address, OptionalInt.of(80));
  }

  /** A parameter without a value, such as {@code backup} or {@code down}. */
  public boolean has(String flag) {
    return directive.args().stream().anyMatch(word -> word.text().equals(flag));
  }

  /** The value of a parameter such as {@code max_fails=3}. */
  public Optional<String> parameter(String name) {
    return directive.args().stream()
        .map(word -> word.text())
        .filter(text -> text.startsWith(name + "="))
        .map(text -> text.substring(name.length() + 1))
        .findFirst();
  }

  static OptionalInt number(String text) {
    return text.matches("\\d{1,5}") ? OptionalInt.of(Integer.parseInt(text)) : OptionalInt.empty();
  }
}
