package lab.stack.trial;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** A small real upstream: answers 200 to everything and remembers what it was asked. */
public final class EchoPeer implements AutoCloseable {
  /**
   * One request as it arrived.
   *
   * @param host the Host line's value; empty when there was none
   */
  public record Seen(String address, String method, String target, Optional<String> host) {}

  private static final int PATIENCE_MILLIS = 10_000;

  private final ServerSocket socket;
  private final String address;
  private final List<Seen> seen = new CopyOnWriteArrayList<>();

  private EchoPeer(ServerSocket socket, String address) {
    this.socket = socket;
    this.address = address;
  }

  /**
   * Listens on an address of this machine.
   *
   * @param host without brackets
   * @param port 0 for any free one
   * @throws IOException when the port is taken
   */
  public static EchoPeer listen(String host, int port) throws IOException {
    var socket = new ServerSocket(port, 50, InetAddress.getByName(host));
    var shown = host.indexOf(':') >= 0 ? "[" + host + "]" : host;
    var peer = new EchoPeer(socket, shown + ":" + socket.getLocalPort());
    Thread.ofVirtual().name("echo " + peer.address).start(peer::accept);
    return peer;
  }

  public String address() {
    return address;
  }

  /** What it was asked so far, in order. */
  public List<Seen> seen() {
    return List.copyOf(seen);
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }

  private void accept() {
    while (!socket.isClosed()) {
      try {
        var connection = socket.accept();
        Thread.ofVirtual().start(() -> serve(connection));
      } catch (SocketException closed) {
        return;
      } catch (IOException onlyThisConnection) {
        // The next one may be taken.
      }
    }
  }

  private void serve(Socket connection) {
    try (connection) {
      connection.setSoTimeout(PATIENCE_MILLIS);
      var reader =
          new BufferedReader(
              new InputStreamReader(connection.getInputStream(), StandardCharsets.ISO_8859_1));
      var first = reader.readLine();
      if (first == null) {
        return;
      }
      var host = Optional.<String>empty();
      var line = reader.readLine();
      while (line != null && !line.isEmpty()) {
        if (line.toLowerCase(Locale.ROOT).startsWith("host:")) {
          host = Optional.of(line.substring("host:".length()).strip());
        }
        line = reader.readLine();
      }
      int method = first.indexOf(' ');
      int target = first.lastIndexOf(' ');
      seen.add(
          new Seen(address, first.substring(0, method), first.substring(method + 1, target), host));
      var body = first.startsWith("HEAD ") ? "" : "echo\n";
      var answer =
          "HTTP/1.1 200 OK\r\nX-Echo: "
              + address
              + "\r\nContent-Length: 5\r\nConnection: close\r\n\r\n";
      connection.getOutputStream().write((answer + body).getBytes(StandardCharsets.ISO_8859_1));
    } catch (IOException theProxyLeft) {
      return;
    }
  }
}
