package lab.nginx.routing.engine;

import lab.nginx.routing.Request;
import lab.nginx.routing.doubt.CannotTell;
import lab.nginx.routing.site.Server;
import lab.nginx.syntax.Word;

/**
 * How long a line of a request may be, its end included, in bytes: each must fit one buffer.
 *
 * <p>Source: nginx, {@code ngx_http_alloc_large_header_buffer}; seen on 1.22.1 at the byte.
 *
 * @param requestLine what the request line may take: the first buffer serves it too
 * @param headerLine what any other line may take for certain
 */
record HeaderBuffers(long requestLine, long headerLine) {
  private static final String VERSION = " HTTP/1.1\r\n";
  private static final String HOST = "Host: \r\n";

  /** Those of the server that stands for an address before any host is known. */
  static HeaderBuffers of(Server server) {
    long first =
        server.scope().value("client_header_buffer_size").map(HeaderBuffers::size).orElse(1024L);
    long large =
        server.scope().nearest("large_client_header_buffers").stream()
            .filter(one -> one.args().size() > 1)
            .map(one -> one.args().get(1))
            .map(Word::text)
            .mapToLong(HeaderBuffers::size)
            .findFirst()
            .orElse(8192);
    return new HeaderBuffers(Math.max(first, large), large);
  }

  /**
   * Whether the request line is too long.
   *
   * @throws CannotTell when the Host line is, or when a letter that may not stand in so long a line
   *     may be seen before its length
   */
  boolean overflow(Request request) {
    long line = request.method().length() + 1L + request.uri().length() + VERSION.length();
    if (line > requestLine) {
      if (request.uri().chars().anyMatch(c -> c <= ' ' || c == 0x7f)) {
        throw new CannotTell("the request line is too long and has a letter that may not be in it");
      }
      return true;
    }
    if (request.host().orElse("").length() + HOST.length() > headerLine) {
      throw new CannotTell("the Host line is longer than nginx's buffer for it");
    }
    return false;
  }

  private static long size(String text) {
    if (!text.matches("\\d{1,9}[kKmM]?")) {
      throw new CannotTell("\"" + text + "\" is no size that is followed here");
    }
    char unit = Character.toLowerCase(text.charAt(text.length() - 1));
    long number = Long.parseLong(text.replaceFirst("\\D$", ""));
    return number * (unit == 'k' ? 1L << 10 : unit == 'm' ? 1L << 20 : 1);
  }
}
