package lab.nginx.routing.site;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import lab.nginx.routing.doubt.CannotTell;
import lab.nginx.routing.doubt.Numbers;
import lab.nginx.syntax.Directive;
import lab.nginx.syntax.Word;

/**
 * An address that a server listens on.
 *
 * @param host an address, with brackets for IPv6; {@code *} and {@code [::]} are all of a family
 * @param port the TCP port
 * @param isDefault whether the server is the address's default one
 * @param opaque words that make the connection something other than plain HTTP
 */
public record Listen(String host, int port, boolean isDefault, List<String> opaque) {
  public Listen {
    opaque = List.copyOf(opaque);
  }

  static Stream<Listen> of(Directive statement) {
    var words = statement.args().stream().map(Word::text).toList();
    if (words.isEmpty() || words.getFirst().startsWith("unix:")) {
      return Stream.empty();
    }
    var options = words.subList(1, words.size());
    boolean isDefault = options.contains("default_server") || options.contains("default");
    var opaque =
        options.stream()
            .filter(word -> List.of("ssl", "proxy_protocol", "quic").contains(word))
            .toList();
    var address = words.getFirst().toLowerCase(Locale.ROOT);
    boolean bothFamilies = options.contains("ipv6only=off");
    return parse(address)
        .map(name -> new Listen(host(name), port(name), isDefault, opaque))
        .flatMap(listen ->
            bothFamilies && listen.host().equals("[::]")
                ? Stream.of(listen, new Listen("*", listen.port(), isDefault, opaque))
                : Stream.of(listen));
  }

  /** Whether a connection to an address arrives here; how exactly, see {@link #isWildcard}. */
  public boolean accepts(String connectHost, int connectPort) {
    boolean family = host.equals(connectHost.startsWith("[") ? "[::]" : "*");
    return port == connectPort && (family || host.equals(connectHost));
  }

  public boolean isWildcard() {
    return host.equals("*") || host.equals("[::]");
  }

  private static Stream<String> parse(String address) {
    if (address.matches("\\d+")) {
      return Stream.of("*:" + address);
    }
    var full = address.matches(".*:\\d+") && !address.endsWith("]") ? address : address + ":80";
    var name = full.substring(0, full.lastIndexOf(':'));
    if (name.equals("localhost")) {
      return Stream.of("127.0.0.1" + full.substring(full.lastIndexOf(':')));
    }
    if (name.equals("0.0.0.0")) {
      return Stream.of("*" + full.substring(full.lastIndexOf(':')));
    }
    if (!name.equals("*") && !name.matches("[\\d.]+|\\[.*]")) {
      throw new CannotTell("\"listen " + address + "\" depends on what the name resolves to");
    }
    return Stream.of(full);
  }

  private static String host(String full) {
    return full.substring(0, full.lastIndexOf(':'));
  }

  private static int port(String full) {
    return Numbers.read(full.substring(full.lastIndexOf(':') + 1), 65_535);
  }
}
