package lab.load.sample;

import java.time.Duration;
import org.HdrHistogram.AbstractHistogram;

/**
 * The percentiles that every table shows; all zero when the count is.
 *
 * @param count how many values they rest on
 */
public record Percentiles(long count, Duration p50, Duration p95, Duration p99, Duration max) {
  /** Of no value at all. */
  public static final Percentiles NONE =
      new Percentiles(0, Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO);

  /** Read off a histogram of nanoseconds. */
  public static Percentiles of(AbstractHistogram nanos) {
    return nanos.getTotalCount() == 0
        ? NONE
        : new Percentiles(
            nanos.getTotalCount(),
            Duration.ofNanos(nanos.getValueAtPercentile(50)),
            Duration.ofNanos(nanos.getValueAtPercentile(95)),
            Duration.ofNanos(nanos.getValueAtPercentile(99)),
            Duration.ofNanos(nanos.getMaxValue()));
  }
}
