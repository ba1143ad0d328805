package server.loop;

import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import org.eclipse.jetty.io.ManagedSelector;
import org.eclipse.jetty.io.SelectorManager;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.Scheduler;
import org.eclipse.jetty.util.thread.ThreadPool;

/**
 * One thread that runs every task in the order it came, and between them waits on the sockets.
 *
 * <p>The thread takes tasks from a queue. One of the first is the select loop of {@link
 * #connector}, which does not return until the server stops; from then on each task is also
 * announced to the selector, and taken there.
 */
public final class EventLoop implements ThreadPool, AutoCloseable {
  private static final System.Logger LOG = System.getLogger(EventLoop.class.getName());

  private final BlockingQueue<Runnable> tasks = new LinkedBlockingQueue<>();
  private final Thread thread = Thread.ofPlatform().name("loop").daemon().unstarted(this::run);
  private volatile Optional<ManagedSelector> selector = Optional.empty();

  /** Starts the thread. */
  public static EventLoop start() {
    var loop = new EventLoop();
    loop.thread.start();
    return loop;
  }

  private EventLoop() {}

  /** A connector that selects, accepts and serves on this loop; one for each loop. */
  public ServerConnector connector(Server server, HttpConfiguration http) {
    return new ServerConnector(
        server, this, new LoopScheduler(this), null, 0, 1, new HttpConnectionFactory(http)) {
      @Override
      protected SelectorManager newSelectorManager(
          Executor executor, Scheduler scheduler, int selectors) {
        return new ServerConnectorManager(executor, scheduler, selectors) {
          @Override
          protected ManagedSelector newSelector(int id) {
            var ours = super.newSelector(id);
            selector = Optional.of(ours);
            return ours;
          }
        };
      }
    };
  }

  /** The selector, once the server has started. */
  ManagedSelector selector() {
    return selector.orElseThrow();
  }

  /** Tasks that wait for the loop; the sockets that are ready are not among them. */
  public long queued() {
    return tasks.size();
  }

  @Override
  public void execute(Runnable task) {
    tasks.add(task);
    selector.ifPresent(waiting -> waiting.submit(_ -> runNext()));
  }

  private void runNext() {
    var task = tasks.poll();
    if (task != null) {
      runSafely(task);
    }
  }

  private void run() {
    try {
      while (true) {
        runSafely(tasks.take());
      }
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
    }
  }

  private static void runSafely(Runnable task) {
    try {
      task.run();
    } catch (RuntimeException bug) {
      LOG.log(Level.ERROR, "a task of the loop failed", bug);
    }
  }

  @Override
  public void close() {
    thread.interrupt();
  }

  @Override
  public void join() throws InterruptedException {
    thread.join();
  }

  @Override
  public int getThreads() {
    return 1;
  }

  @Override
  public int getIdleThreads() {
    return 0;
  }

  @Override
  public boolean isLowOnThreads() {
    return false;
  }
}
