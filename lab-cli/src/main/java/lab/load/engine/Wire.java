package lab.load.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import org.apache.hc.core5.http.impl.io.SessionInputBufferImpl;

/** One TCP connection, and what was read from it beyond the last answer. */
final class Wire implements AutoCloseable {
  /** Small on purpose: thousands of streams hold one each. */
  static final int BUFFER_BYTES = 2048;

  private final Socket socket = new Socket();
  private final SessionInputBufferImpl buffer = new SessionInputBufferImpl(BUFFER_BYTES);
  private boolean used;

  void connect(InetSocketAddress target) throws IOException {
    socket.setTcpNoDelay(true);
    socket.connect(target);
  }

  boolean isConnected() {
    return socket.isConnected();
  }

  /** Whether an answer was already read from it. */
  boolean isUsed() {
    return used;
  }

  void markUsed() {
    used = true;
  }

  int localPort() {
    return socket.getLocalPort();
  }

  void write(byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
  }

  InputStream input() throws IOException {
    return socket.getInputStream();
  }

  SessionInputBufferImpl buffer() {
    return buffer;
  }

  /** Ends whatever waits on the socket at once, from any thread. */
  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
