package lab.load.sample;

import java.time.Duration;
import org.HdrHistogram.AbstractHistogram;

/**
 * The percentiles that every table shows; all zero when the count is.
 *
 * @param count how many values they rest on
 * @param unanswered how many of these are waits that no answer ended; they rank above all answers.
 *     Zero for values that are no waits, and in runs from before these were counted
 */
public record Percentiles(
    long count, Duration p50, Duration p95, Duration p99, Duration max, long unanswered) {
  /** Of no value at all. */
  public static final Percentiles NONE =
      new Percentiles(0, Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO, 0);

  /** Read off a histogram of nanoseconds. */
  public static Percentiles of(AbstractHistogram nanos) {
    return of(nanos, 0);
  }

  /**
   * Read off a histogram of nanoseconds.
   *
   * @param unanswered how many of its highest values are waits that no answer ended
   */
  static Percentiles of(AbstractHistogram nanos, long unanswered) {
    return nanos.getTotalCount() == 0
        ? NONE
        : new Percentiles(
            nanos.getTotalCount(),
            Duration.ofNanos(nanos.getValueAtPercentile(50)),
            Duration.ofNanos(nanos.getValueAtPercentile(95)),
            Duration.ofNanos(nanos.getValueAtPercentile(99)),
            Duration.ofNanos(nanos.getMaxValue()),
            unanswered);
  }

  /** How many of the values were ended by an answer. */
  public long answered() {
    return count - unanswered;
  }

  /**
   * Whether a percentile is that of somebody whom no answer reached: the time to an answer is
   * longer than it says, by nobody knows how much.
   *
   * @param percent 50 for p50, 100 for the maximum
   */
  public boolean isLowerBound(int percent) {
    return percent * count > 100 * answered();
  }
}
