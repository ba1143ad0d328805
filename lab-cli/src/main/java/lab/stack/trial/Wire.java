package lab.stack.trial;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Optional;

/** Sends requests exactly as they are told to be, escapes and dots untouched. */
public final class Wire {
  private static final int PATIENCE_MILLIS = 10_000;

  private Wire() {}

  /**
   * Sends one request on a connection of its own and reads the answer to its end.
   *
   * @param target the request line's target, one {@code char} a byte
   * @param host the Host line's value; empty sends none
   * @return empty when nothing listens there
   * @throws IOException when the connection breaks
   */
  public static Optional<Answer> send(
      String address, int port, String method, String target, Optional<String> host)
      throws IOException {
    try (var socket = new Socket()) {
      try {
        socket.connect(new InetSocketAddress(address, port), PATIENCE_MILLIS);
      } catch (IOException nobodyListens) {
        return Optional.empty();
      }
      socket.setSoTimeout(PATIENCE_MILLIS);
      var hostLine = host.map(name -> "Host: " + name + "\r\n").orElse("");
      var length = method.equals("POST") || method.equals("PUT") ? "Content-Length: 0\r\n" : "";
      var request =
          method + " " + target + " HTTP/1.1\r\n" + hostLine + length + "Connection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      var bytes = socket.getInputStream().readAllBytes();
      return Optional.of(parse(new String(bytes, StandardCharsets.ISO_8859_1)));
    }
  }

  private static Answer parse(String text) {
    int end = text.indexOf("\r\n\r\n");
    if (end < 0) {
      return Answer.NONE;
    }
    var lines = text.substring(0, end).split("\r\n", -1);
    var headers = new HashMap<String, String>();
    for (int at = 1; at < lines.length; at++) {
      int colon = lines[at].indexOf(':');
      if (colon > 0) {
        headers.put(
            lines[at].substring(0, colon).toLowerCase(Locale.ROOT),
            lines[at].substring(colon + 1).strip());
      }
    }
    int status = Integer.parseInt(lines[0].split(" ", -1)[1]);
    return new Answer(status, headers, text.substring(end + 4));
  }
}
