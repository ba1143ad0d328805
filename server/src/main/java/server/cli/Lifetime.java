package server.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import server.events.EventSink;
import server.settings.Program;

/** From ready to the end of a program. */
final class Lifetime {
  private static final System.Logger LOG = System.getLogger(Lifetime.class.getName());
  private static final Duration PARENT_CHECK = Duration.ofMillis(200);

  /** Beyond the grace, for what is no request: closing sockets, ending threads. */
  private static final Duration TIDYING = Duration.ofMillis(500);

  private Lifetime() {}

  /**
   * Serves until a signal comes, then lets running requests finish within the grace and lets the
   * process end. Never returns before.
   */
  static void serve(Program program, EventSink events, Duration grace) throws InterruptedException {
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  LOG.log(Level.INFO, "stopping");
                  end(program, grace);
                  events.close();
                },
                "stop"));
    new CountDownLatch(1).await();
  }

  private static void end(Program program, Duration grace) {
    var closing = Thread.ofPlatform().daemon().name("close").start(program::close);
    try {
      closing.join(grace.plus(TIDYING));
    } catch (InterruptedException impatient) {
      Thread.currentThread().interrupt();
    }
  }

  /** Ends the process at once at the end of a stream. */
  static void endWith(InputStream stdin) {
    Thread.ofPlatform()
        .daemon()
        .name("stdin")
        .start(() -> {
          try {
            stdin.transferTo(OutputStream.nullOutputStream());
          } catch (IOException closed) {
            LOG.log(Level.DEBUG, "standard input: {0}", closed.getMessage());
          }
          endNow();
        });
  }

  /**
   * Ends the process at once, within 200 ms or so, when another process has ended.
   *
   * <p>A parent also counts as ended when we are no longer its child: a process that nobody has
   * reaped still looks alive.
   */
  static void endWith(long pid) {
    if (isParent(pid)) {
      endWithParent(pid);
    } else {
      endOnceNot(() -> ProcessHandle.of(pid).isPresent());
    }
  }

  /** Ends the process at once, within 200 ms or so, when it is not a child of another. */
  static void endWithParent(long pid) {
    endOnceNot(() -> isParent(pid));
  }

  /** Ends the process at once. */
  static void endNow() {
    Runtime.getRuntime().halt(0);
  }

  private static void endOnceNot(BooleanSupplier needed) {
    Thread.ofPlatform()
        .daemon()
        .name("parent")
        .start(() -> {
          while (needed.getAsBoolean()) {
            sleep();
          }
          endNow();
        });
  }

  private static boolean isParent(long pid) {
    return ProcessHandle.current().parent().filter(parent -> parent.pid() == pid).isPresent();
  }

  private static void sleep() {
    try {
      TimeUnit.NANOSECONDS.sleep(PARENT_CHECK.toNanos());
    } catch (InterruptedException never) {
      Thread.currentThread().interrupt();
    }
  }
}
