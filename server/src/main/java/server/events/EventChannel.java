package server.events;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import server.settings.StartFailure;

/**
 * The event channel of one process.
 *
 * <p>{@link #emit} writes without blocking; what the socket does not take at once is queued, and a
 * thread of ours writes it later. A lost reader ends the reports, never the service.
 */
public final class EventChannel implements EventSink {
  private static final System.Logger LOG = System.getLogger(EventChannel.class.getName());

  /** Beyond this many queued bytes gauges are dropped, beyond four times as many all events. */
  static final int GAUGE_LIMIT_BYTES = 2 << 20;

  private static final int EVENT_LIMIT_BYTES = 4 * GAUGE_LIMIT_BYTES;
  private static final long RETRY_MILLIS = 5;

  private final WritableByteChannel channel;
  private final Clock clock;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition queued = lock.newCondition();
  private final Deque<ByteBuffer> queue = new ArrayDeque<>();
  private final Thread writer = Thread.ofPlatform().name("events").daemon().unstarted(this::drain);
  private long queuedBytes;
  private long dropped;
  private boolean open = true;

  /**
   * @param channel takes bytes without blocking, none when it is full
   * @param clock stamps the events
   */
  EventChannel(WritableByteChannel channel, Clock clock) {
    this.channel = channel;
    this.clock = clock;
    writer.start();
  }

  /**
   * Connects and says hello.
   *
   * @throws StartFailure when nobody listens there
   */
  public static EventChannel connect(Path socket, Event.Hello hello) {
    try {
      var unix = SocketChannel.open(StandardProtocolFamily.UNIX);
      try {
        unix.connect(UnixDomainSocketAddress.of(socket));
        unix.configureBlocking(false);
      } catch (IOException | RuntimeException failure) {
        unix.close();
        throw failure;
      }
      var events = new EventChannel(unix, Clock.systemUTC());
      events.emit(hello);
      return events;
    } catch (IOException | RuntimeException failure) {
      throw new StartFailure(
          "nobody takes events at " + socket + " (" + failure.getMessage() + ")",
          "start the reader first or leave --events out");
    }
  }

  @Override
  public void emit(Event event) {
    var line = ByteBuffer.wrap(EventLine.of(event, clock.instant()));
    lock.lock();
    try {
      write();
      int limit = event instanceof Event.Gauge ? GAUGE_LIMIT_BYTES : EVENT_LIMIT_BYTES;
      if (!open || queuedBytes > limit) {
        dropped++;
        return;
      }
      queue.add(line);
      queuedBytes += line.remaining();
      write();
      if (!queue.isEmpty()) {
        queued.signal();
      }
    } finally {
      lock.unlock();
    }
  }

  @Override
  public long dropped() {
    lock.lock();
    try {
      return dropped;
    } finally {
      lock.unlock();
    }
  }

  /** Ends the reports; what the reader has not taken by now is lost. */
  @Override
  public void close() {
    lock.lock();
    try {
      if (open) {
        write();
        shut();
      }
    } finally {
      lock.unlock();
    }
  }

  /** Hands the channel what it takes. Holds the lock, and the channel does not block. */
  private void write() {
    try {
      for (var line = queue.peek(); line != null; line = queue.peek()) {
        queuedBytes -= channel.write(line);
        if (line.hasRemaining()) {
          return;
        }
        queue.remove();
      }
    } catch (IOException lost) {
      LOG.log(Level.WARNING, "event channel lost, serving on without it: " + lost.getMessage());
      shut();
    }
  }

  private void shut() {
    open = false;
    dropped += queue.size();
    queue.clear();
    queued.signal();
    try {
      channel.close();
    } catch (IOException alreadyLost) {
      LOG.log(Level.DEBUG, "event channel closed with {0}", alreadyLost.getMessage());
    }
  }

  private void drain() {
    lock.lock();
    try {
      while (open) {
        if (queue.isEmpty()) {
          queued.await();
        } else {
          lock.unlock();
          try {
            TimeUnit.MILLISECONDS.sleep(RETRY_MILLIS);
          } finally {
            lock.lock();
          }
          write();
        }
      }
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
    } finally {
      lock.unlock();
    }
  }
}
