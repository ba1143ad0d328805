package lab.load.engine;

import java.time.Duration;
import java.time.Instant;

/**
 * Time since the start of a plan; negative before it.
 *
 * @param startNanos {@link System#nanoTime} at the start
 * @param startedAt the same moment as a date
 */
record RunClock(long startNanos, Instant startedAt) {
  static RunClock startingIn(Duration lead) {
    return new RunClock(System.nanoTime() + lead.toNanos(), Instant.now().plus(lead));
  }

  long nanos() {
    return System.nanoTime() - startNanos;
  }
}
