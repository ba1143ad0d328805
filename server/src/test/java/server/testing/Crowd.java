package server.testing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;

/** Many clients of {@code /stream_feed} on one thread; counts the lines that each receives. */
public final class Crowd implements AutoCloseable {
  private static final ByteBuffer REQUEST =
      ByteBuffer.wrap("GET /stream_feed HTTP/1.0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
  private static final int CONNECTING_AT_ONCE = 256;

  private final Selector selector;
  private final AtomicIntegerArray ticks;
  private final AtomicInteger broken = new AtomicInteger();
  private final Thread thread = Thread.ofPlatform().daemon().unstarted(this::run);
  private final InetSocketAddress server;
  private int started;
  private int connecting;

  private Crowd(InetSocketAddress server, int clients) throws IOException {
    this.server = server;
    this.selector = Selector.open();
    this.ticks = new AtomicIntegerArray(clients);
  }

  /** Connects them all, a few hundred at a time. */
  public static Crowd streaming(int port, int clients) throws IOException {
    var crowd = new Crowd(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), clients);
    crowd.thread.start();
    return crowd;
  }

  /** Clients that have received at least so many lines. */
  public int withTicks(int atLeast) {
    int count = 0;
    for (int client = 0; client < ticks.length(); client++) {
      count += ticks.get(client) >= atLeast ? 1 : 0;
    }
    return count;
  }

  /** Clients whose stream ended. */
  public int broken() {
    return broken.get();
  }

  private void run() {
    var bytes = ByteBuffer.allocateDirect(8_192);
    try {
      while (selector.isOpen()) {
        while (started < ticks.length() && connecting < CONNECTING_AT_ONCE) {
          connect(started++);
        }
        selector.select(key -> react(key, bytes));
      }
    } catch (IOException failure) {
      broken.incrementAndGet();
    }
  }

  private void connect(int client) throws IOException {
    var channel = SocketChannel.open();
    channel.configureBlocking(false);
    channel.connect(server);
    channel.register(selector, SelectionKey.OP_CONNECT, client);
    connecting++;
  }

  private void react(SelectionKey key, ByteBuffer bytes) {
    var channel = (SocketChannel) key.channel();
    try {
      if (key.isConnectable()) {
        channel.finishConnect();
        channel.write(REQUEST.duplicate());
        key.interestOps(SelectionKey.OP_READ);
        connecting--;
        return;
      }
      if (channel.read(bytes.clear()) < 0) {
        throw new IOException("ended");
      }
      bytes.flip();
      while (bytes.hasRemaining()) {
        if (bytes.get() == '{') {
          ticks.incrementAndGet((Integer) key.attachment());
        }
      }
    } catch (IOException lost) {
      broken.incrementAndGet();
      key.cancel();
    }
  }

  @Override
  public void close() throws IOException {
    for (var key : selector.keys()) {
      key.channel().close();
    }
    selector.close();
  }
}
