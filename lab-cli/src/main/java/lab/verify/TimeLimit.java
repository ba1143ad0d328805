package lab.verify;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** Lets work take only so long. */
final class TimeLimit {
  /** For what was told to stop: a stack goes down in about two seconds. */
  private static final Duration STOPS_WITHIN = Duration.ofSeconds(30);

  private static final Duration ASKED_EVERY = Duration.ofSeconds(1);

  private TimeLimit() {}

  /**
   * What is limited. It must end soon after its thread is interrupted.
   *
   * @param <T> what it comes to
   */
  interface Work<T> {
    T run() throws IOException, InterruptedException;
  }

  /**
   * Does the work on a thread of its own, which is interrupted when the time is over.
   *
   * @param limit asked again every second and when it is over: what is known meanwhile may have
   *     made it longer, or shorter
   * @param name of the thread
   * @return empty when it ran over; the work has ended then
   * @throws IOException as the work did
   * @throws InterruptedException as the work did, or because this thread was told to stop waiting;
   *     the work has ended then
   */
  static <T> Optional<T> within(Supplier<Duration> limit, String name, Work<T> work)
      throws IOException, InterruptedException {
    var task = new FutureTask<T>(work::run);
    var thread = Thread.ofPlatform().daemon().name(name).start(task);
    long begin = System.nanoTime();
    try {
      while (true) {
        long left = limit.get().toNanos() - (System.nanoTime() - begin);
        if (left <= 0 && !task.isDone()) {
          end(thread);
          return Optional.empty();
        }
        try {
          return Optional.of(
              task.get(Math.clamp(left, 0, ASKED_EVERY.toNanos()), TimeUnit.NANOSECONDS));
        } catch (TimeoutException maybeAnotherMeanwhile) {
          // the limit is asked again
        }
      }
    } catch (InterruptedException e) {
      end(thread);
      throw e;
    } catch (ExecutionException e) {
      throw rethrown(e);
    }
  }

  private static void end(Thread thread) throws InterruptedException {
    thread.interrupt();
    if (!thread.join(STOPS_WITHIN)) {
      throw new IllegalStateException(thread.getName() + " does not stop");
    }
  }

  private static RuntimeException rethrown(ExecutionException failure)
      throws IOException, InterruptedException {
    return switch (failure.getCause()) {
      case IOException e -> throw e;
      case InterruptedException e -> throw e;
      case RuntimeException e -> throw e;
      case Error e -> throw e;
      case null, default -> new IllegalStateException(failure);
    };
  }
}
