package server.loop;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import server.poll.FeedFailure;
import server.poll.NonBlockingFeed;

/**
 * Polls the feed from the loop, over kept connections on the loop's own selector.
 *
 * <p>Confined to the loop's thread, and so without a lock: one read buffer serves all connections.
 */
public final class LoopFeed implements NonBlockingFeed {
  private static final int READ_BYTES = 8_192;

  private final EventLoop loop;
  private final InetSocketAddress address;
  private final ByteBuffer request;
  private final ByteBuffer readBuffer = ByteBuffer.allocateDirect(READ_BYTES);
  private final Deque<FeedConnection> idle = new ArrayDeque<>();

  /**
   * @param loop whose thread calls {@link #poll}
   * @param feed host and port
   */
  public LoopFeed(EventLoop loop, URI feed) {
    this.loop = loop;
    this.address = new InetSocketAddress(feed.getHost(), feed.getPort());
    this.request =
        ByteBuffer.wrap(
            ("GET /poll HTTP/1.1\r\nHost: " + feed.getAuthority() + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
  }

  @Override
  public CompletableFuture<String> poll() {
    var update = new CompletableFuture<String>();
    loop.execute(() -> ask(update));
    return update;
  }

  private void ask(CompletableFuture<String> update) {
    if (update.isDone()) {
      return;
    }
    try {
      var kept = idle.poll();
      var connection =
          kept == null ? FeedConnection.open(this, loop.selector().getSelector()) : kept;
      var _ =
          update.whenComplete((_, _) -> {
            if (update.isCancelled()) {
              connection.close();
            }
          });
      connection.ask(update);
    } catch (IOException refused) {
      update.completeExceptionally(FeedFailure.of(refused));
    }
  }

  InetSocketAddress address() {
    return address;
  }

  ByteBuffer request() {
    return request.duplicate();
  }

  /** Emptied for the next read. */
  ByteBuffer readBuffer() {
    return readBuffer.clear();
  }

  /** Lets the selector notice that a connection was closed. */
  void wake() {
    loop.selector().submit(_ -> {});
  }

  void keep(FeedConnection connection) {
    idle.push(connection);
  }

  void forget(FeedConnection connection) {
    idle.remove(connection);
  }
}
