package lab.nginx.routing.notation;

/**
 * Where a connection arrives.
 *
 * @param host the address, with brackets for IPv6
 * @param port the TCP port
 */
public record Endpoint(String host, int port) {
  /** Reads an address; localhost is its IPv4 one. */
  public static Endpoint of(String address) {
    int colon = address.lastIndexOf(':');
    var host = address.substring(0, colon);
    return new Endpoint(
        host.equalsIgnoreCase("localhost") ? "127.0.0.1" : host,
        Integer.parseInt(address.substring(colon + 1)));
  }

  /** The client's own address: connections to loopback come from loopback. */
  public String client() {
    return host.startsWith("[") ? "::1" : "127.0.0.1";
  }

  public String plainHost() {
    return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
  }

  @Override
  public String toString() {
    return host + ":" + port;
  }
}
