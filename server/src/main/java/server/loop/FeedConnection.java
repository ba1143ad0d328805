package server.loop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.ManagedSelector;
import org.jspecify.annotations.Nullable;
import server.poll.FeedFailure;

/**
 * A connection to the feed: connects, then asks and is answered, one poll at a time.
 *
 * <p>Confined to the loop's thread.
 */
final class FeedConnection implements ManagedSelector.Selectable {
  private final LoopFeed feed;
  private final SocketChannel channel;
  private final FeedAnswer answer = new FeedAnswer();
  private ByteBuffer unsent;
  private SelectionKey key;
  private Optional<CompletableFuture<String>> waiting = Optional.empty();

  private FeedConnection(LoopFeed feed, SocketChannel channel, Selector selector)
      throws IOException {
    this.feed = feed;
    this.channel = channel;
    this.unsent = feed.request();
    this.key = channel.register(selector, SelectionKey.OP_CONNECT, this);
  }

  /**
   * Begins to connect.
   *
   * @throws UnknownHostException when the feed's host has no address
   * @throws IOException when the system refuses at once
   */
  static FeedConnection open(LoopFeed feed, Selector selector) throws IOException {
    if (feed.address().isUnresolved()) {
      throw new UnknownHostException(feed.address().getHostString());
    }
    var channel = SocketChannel.open();
    try {
      channel.configureBlocking(false);
      var connection = new FeedConnection(feed, channel, selector);
      if (channel.connect(feed.address())) {
        connection.key.interestOps(SelectionKey.OP_WRITE);
      }
      return connection;
    } catch (IOException | RuntimeException failure) {
      channel.close();
      throw failure;
    }
  }

  /** Sends the request, now or as soon as the connection stands. */
  void ask(CompletableFuture<String> update) {
    waiting = Optional.of(update);
    if (channel.isConnected()) {
      react(this::send);
    }
  }

  /** Reacts at once and leaves nothing to do, for this is the loop's thread. */
  @Override
  public @Nullable Runnable onSelected() {
    react(this::proceed);
    return null;
  }

  private void proceed() throws IOException {
    if (key.isConnectable()) {
      channel.finishConnect();
      send();
    } else if (key.isWritable()) {
      send();
    } else {
      receive();
    }
  }

  private void send() throws IOException {
    channel.write(unsent);
    key.interestOps(unsent.hasRemaining() ? SelectionKey.OP_WRITE : SelectionKey.OP_READ);
  }

  private void receive() throws IOException {
    var bytes = feed.readBuffer();
    int count = channel.read(bytes);
    if (waiting.isEmpty() || count < 0) {
      throw new FeedFailure("the feed closed the connection without an answer");
    }
    if (answer.isCompletedBy(bytes.flip())) {
      complete(waiting.orElseThrow());
    }
  }

  private void complete(CompletableFuture<String> update) {
    waiting = Optional.empty();
    int status = answer.status();
    var body = answer.body();
    if (answer.persists()) {
      answer.reset();
      unsent = feed.request();
      feed.keep(this);
    } else {
      close();
    }
    if (status == HttpStatus.OK_200) {
      update.complete(body);
    } else {
      update.completeExceptionally(FeedFailure.ofStatus(status));
    }
  }

  /** Ends the connection, and with it a poll that is under way. */
  void close() {
    feed.forget(this);
    try {
      channel.close();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    feed.wake();
  }

  private interface Step {
    void take() throws IOException;
  }

  private void react(Step step) {
    try {
      if (channel.isOpen()) {
        step.take();
      }
    } catch (IOException failure) {
      close();
      waiting.ifPresent(update -> update.completeExceptionally(FeedFailure.of(failure)));
    }
  }

  @Override
  public void updateKey() {}

  @Override
  public void replaceKey(SelectionKey newKey) {
    key = newKey;
  }
}
