package lab.nginx.routing;

import java.util.Optional;

/**
 * A request whose way is asked for.
 *
 * @param uri as it stands in the request line, query included; one {@code char} a byte
 * @param method such as {@code GET}
 * @param host the value of its Host line; empty for a request without one
 * @param connect the address it is sent to, {@code ADDR:PORT}; empty for the first that the file
 *     listens on
 */
public record Request(String uri, String method, Optional<String> host, Optional<String> connect) {
  /** What a request asks with when nothing else is said. */
  public static final String USUAL_HOST = "localhost";

  /** A GET for {@code localhost}. */
  public static Request get(String uri) {
    return new Request(uri, "GET", Optional.of(USUAL_HOST), Optional.empty());
  }

  public Request withHost(String name) {
    return new Request(uri, method, Optional.of(name), connect);
  }

  public Request withMethod(String name) {
    return new Request(uri, name, host, connect);
  }

  public Request withConnect(String address) {
    return new Request(uri, method, host, Optional.of(address));
  }
}
