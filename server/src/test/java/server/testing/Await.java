package server.testing;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Waits for what must happen, with a deadline. */
public final class Await {
  private static final Duration DEADLINE = Duration.ofSeconds(30);
  private static final long PAUSE_MILLIS = 5;

  private Await() {}

  /** Waits up to 30 s. */
  public static void until(String what, BooleanSupplier condition) {
    until(what, DEADLINE, condition);
  }

  /**
   * Waits.
   *
   * @throws AssertionError when it has not happened in time
   */
  public static void until(String what, Duration atMost, BooleanSupplier condition) {
    long deadline = System.nanoTime() + atMost.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() - deadline > 0) {
        throw new AssertionError("not within " + atMost.toMillis() + " ms: " + what);
      }
      try {
        TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
      } catch (InterruptedException end) {
        throw new AssertionError(end);
      }
    }
  }
}
