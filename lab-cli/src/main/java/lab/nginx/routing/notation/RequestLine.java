package lab.nginx.routing.notation;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What stands between the method and the protocol: a path, or a whole URL whose host then counts
 * instead of the Host line's.
 *
 * <p>Source: nginx 1.22.1, {@code ngx_http_parse_request_line}.
 *
 * @param host as the URL names it; empty for a path alone
 * @param typed path and query as the client typed them, {@code $request_uri}
 * @param target path and query to read
 * @param passedOn whether an upstream may get what was typed
 */
public record RequestLine(Optional<String> host, String typed, String target, boolean passedOn) {
  private static final Pattern URL =
      Pattern.compile(
          "[a-zA-Z][a-zA-Z0-9+.-]*://(\\[[^\\]/]*]|[a-zA-Z0-9.-]*)(?::\\d*)?(/.*|\\?.*|)",
          Pattern.DOTALL);
  private static final Pattern METHOD = Pattern.compile("[A-Z_-]+");

  /** Reads a request line; empty when nginx refuses it with 400. */
  public static Optional<RequestLine> read(String method, String uri) {
    if (!METHOD.matcher(method).matches()) {
      return Optional.empty();
    }
    if (uri.startsWith("/")) {
      return Optional.of(new RequestLine(Optional.empty(), uri, uri, true));
    }
    var url = URL.matcher(uri);
    if (!url.matches()) {
      return Optional.empty();
    }
    var rest = url.group(2);
    boolean noPath = !rest.startsWith("/");
    var typed = rest.isEmpty() ? "/" : rest;
    return Optional.of(
        new RequestLine(
            Optional.of(url.group(1)), typed, noPath ? "/" + rest : rest, !rest.startsWith("?")));
  }
}
