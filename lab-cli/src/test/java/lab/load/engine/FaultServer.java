package lab.load.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** A real listening socket whose answer to each request is one scripted act, well-bred or not. */
final class FaultServer implements AutoCloseable {
  /** What it does with a connection once a request head has come; it closes it afterwards. */
  interface Act {
    void on(Socket socket) throws IOException, InterruptedException;
  }

  private final ServerSocket listener;
  private final Act act;
  private final boolean keepAlive;
  private final AtomicInteger connections = new AtomicInteger();
  private final AtomicInteger requests = new AtomicInteger();
  private final Queue<Socket> open = new ConcurrentLinkedQueue<>();

  FaultServer(Act act) {
    this(act, false);
  }

  FaultServer(Act act, boolean keepAlive) {
    this.act = act;
    this.keepAlive = keepAlive;
    try {
      listener = new ServerSocket(0, 500, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().start(this::acceptAll);
  }

  InetSocketAddress address() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), listener.getLocalPort());
  }

  int connections() {
    return connections.get();
  }

  int requests() {
    return requests.get();
  }

  static void say(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    socket.getOutputStream().flush();
  }

  /** Sends a reset in place of a close. */
  static void reset(Socket socket) throws IOException {
    socket.setSoLinger(true, 0);
    socket.close();
  }

  /** Waits until the client has closed its side. */
  static void outlast(Socket socket) {
    try {
      socket.getInputStream().transferTo(java.io.OutputStream.nullOutputStream());
    } catch (IOException e) {
      // A reset is an end too.
    }
  }

  private void acceptAll() {
    while (!listener.isClosed()) {
      try {
        var socket = listener.accept();
        open.add(socket);
        connections.incrementAndGet();
        Thread.ofVirtual().start(() -> serve(socket));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      do {
        if (!readHead(socket.getInputStream())) {
          return;
        }
        requests.incrementAndGet();
        act.on(socket);
      } while (keepAlive);
    } catch (IOException e) {
      // The client left first, or the act closed the socket.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static boolean readHead(InputStream in) throws IOException {
    int matched = 0;
    while (matched < 4) {
      int read = in.read();
      if (read < 0) {
        return false;
      }
      matched = read == "\r\n\r\n".charAt(matched) ? matched + 1 : read == '\r' ? 1 : 0;
    }
    return true;
  }

  @Override
  public void close() {
    try {
      listener.close();
      for (var socket : open) {
        socket.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
