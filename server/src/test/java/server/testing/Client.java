package server.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.DefaultBHttpClientConnection;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;

/** One connection of a client, on which the test says when to send, to read and to leave. */
public final class Client implements AutoCloseable {
  private static final int PATIENCE_MILLIS = 30_000;

  private final Socket socket = new Socket();
  private final DefaultBHttpClientConnection http =
      new DefaultBHttpClientConnection(Http1Config.DEFAULT);

  /**
   * An answer.
   *
   * @param head status and headers
   * @param body all of it
   */
  public record Answer(ClassicHttpResponse head, String body) {
    public int status() {
      return head.getCode();
    }

    /** A header's value; empty when it is missing. */
    public String header(String name) {
      var header = head.getFirstHeader(name);
      return header == null ? "" : header.getValue();
    }

    /** Mode, process and thread. */
    public String[] servedBy() {
      return header("X-Served-By").split("/", -1);
    }
  }

  private Client() {}

  public static Client connect(int port) {
    return connect(port, 0);
  }

  /**
   * Connects.
   *
   * @param receiveBytes size of the receive buffer; 0 for the system's
   */
  public static Client connect(int port, int receiveBytes) {
    var client = new Client();
    try {
      if (receiveBytes > 0) {
        client.socket.setReceiveBufferSize(receiveBytes);
      }
      client.socket.connect(
          new InetSocketAddress(InetAddress.getLoopbackAddress(), port), PATIENCE_MILLIS);
      client.socket.setSoTimeout(PATIENCE_MILLIS);
      client.http.bind(client.socket);
      return client;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Connects, asks, reads, closes. */
  public static Answer get(int port, String path, String nonce) {
    try (var client = connect(port)) {
      return client.send("GET", path, nonce).answer();
    }
  }

  public Client send(String method, String path, String nonce) {
    try {
      var request = new BasicClassicHttpRequest(method, path);
      request.addHeader("Host", "127.0.0.1");
      request.addHeader("X-Lab-Nonce", nonce);
      http.sendRequestHeader(request);
      http.flush();
      return this;
    } catch (IOException | HttpException failure) {
      throw new AssertionError(failure);
    }
  }

  /** Sends bytes that need not be HTTP. */
  public Client raw(String bytes) {
    try {
      socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
      return this;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  public Answer answer() {
    try {
      var head = http.receiveResponseHeader();
      http.receiveResponseEntity(head);
      var entity = head.getEntity();
      return new Answer(head, entity == null ? "" : EntityUtils.toString(entity));
    } catch (IOException | HttpException failure) {
      throw new AssertionError(failure);
    }
  }

  /** Status and headers, leaving the body. */
  public Answer head() {
    try {
      var head = http.receiveResponseHeader();
      return new Answer(head, "");
    } catch (IOException | HttpException failure) {
      throw new AssertionError(failure);
    }
  }

  /** The lines of an endless body. */
  public BufferedReader lines(Answer head) {
    try {
      http.receiveResponseEntity(head.head());
      return new BufferedReader(
          new InputStreamReader(head.head().getEntity().getContent(), StandardCharsets.UTF_8));
    } catch (IOException | HttpException failure) {
      throw new AssertionError(failure);
    }
  }

  /** Every byte from here on, to the server's close of its side. */
  public String untilClosed() {
    try {
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Whether the server closed its side without another byte. */
  public boolean isClosedByServer() {
    try {
      return socket.getInputStream().read() < 0;
    } catch (IOException reset) {
      return true;
    }
  }

  @Override
  public void close() {
    leave();
  }

  /** Closes the connection, whatever is under way on it. */
  public void leave() {
    try {
      socket.close();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
