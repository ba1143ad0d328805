package lab.jshell.trial;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** The clock of a run, which also notes how late it was itself: a measure of the machine's calm. */
final class CalmClock implements AutoCloseable {
  private static final long TICK_MILLIS = 5;

  private final ScheduledExecutorService executor =
      Executors.newSingleThreadScheduledExecutor(
          work -> Thread.ofPlatform().daemon().name("snippet-clock").unstarted(work));
  private final AtomicLong worstNanos = new AtomicLong();

  ScheduledExecutorService executor() {
    return executor;
  }

  /** Begins to note lateness. */
  void watch() {
    tick(System.nanoTime() + TICK_MILLIS * 1_000_000);
  }

  private void tick(long dueNanos) {
    var _ =
        executor.schedule(
            () -> {
              worstNanos.accumulateAndGet(System.nanoTime() - dueNanos, Math::max);
              tick(System.nanoTime() + TICK_MILLIS * 1_000_000);
            },
            TICK_MILLIS,
            TimeUnit.MILLISECONDS);
  }

  /** How late it was at worst. */
  long worstMillis() {
    return worstNanos.get() / 1_000_000;
  }

  @Override
  public void close() {
    executor.shutdownNow();
  }
}
