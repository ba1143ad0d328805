package lab.jshell.trial;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * The unit of time of one run, from how fast this machine is now.
 *
 * @param millis 30 to 400
 * @param roundTripMicros to the snippet's JVM and back, median
 * @param troubles why it is not to be trusted
 */
record Beat(long millis, long roundTripMicros, List<String> troubles) {
  private static final long LEAST_MILLIS = 30;
  private static final long MOST_MILLIS = 400;
  private static final int ROUND_TRIPS_IN_A_BEAT = 20;
  private static final int OVERSLEEPS_IN_A_BEAT = 4;
  private static final int SLEEPS = 10;

  Beat {
    troubles = List.copyOf(troubles);
  }

  /**
   * Measures.
   *
   * @param arrivalNanos moments at which one question after the other came from the snippet's JVM,
   *     each asked as soon as the one before it was answered
   */
  static Beat measure(List<Long> arrivalNanos) {
    var gaps =
        IntStream.range(1, arrivalNanos.size())
            .mapToLong(i -> arrivalNanos.get(i) - arrivalNanos.get(i - 1))
            .sorted()
            .toArray();
    long roundTrip = gaps.length == 0 ? 0 : gaps[gaps.length / 2];
    long slowTrip = gaps.length == 0 ? 0 : gaps[gaps.length * 9 / 10];
    long wanted =
        Math.max(ROUND_TRIPS_IN_A_BEAT * slowTrip, OVERSLEEPS_IN_A_BEAT * oversleepNanos())
            / 1_000_000;
    var troubles = new ArrayList<String>();
    if (wanted > MOST_MILLIS) {
      troubles.add(
          "the machine is busy: a message to the snippet and back took %d ms"
              .formatted(slowTrip / 1_000_000));
    }
    return new Beat(Math.clamp(wanted, LEAST_MILLIS, MOST_MILLIS), roundTrip / 1000, troubles);
  }

  /** How much later than asked this thread wakes, at worst of a few times. */
  private static long oversleepNanos() {
    return LongStream.range(0, SLEEPS)
        .map(_ -> {
          long from = System.nanoTime();
          LockSupport.parkNanos(1_000_000);
          return System.nanoTime() - from - 1_000_000;
        })
        .max()
        .orElse(0);
  }
}
