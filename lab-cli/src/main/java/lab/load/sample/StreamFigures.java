package lab.load.sample;

import java.time.Duration;
import java.util.List;
import org.HdrHistogram.Histogram;

/**
 * What the streams of a lane did.
 *
 * @param connected streams whose TCP handshake was done
 * @param ticked streams that ever had a tick
 * @param liveAtEnd streams that ticked and were still open when the plan ended
 * @param ticksPerSecond over the plan's length
 * @param gaps time between two ticks of one stream
 */
public record StreamFigures(
    long connected, long ticked, long liveAtEnd, double ticksPerSecond, Percentiles gaps) {

  static StreamFigures of(List<Sample> samples, Duration planned) {
    long ticks = samples.stream().mapToLong(sample -> sample.answer().ticks().size()).sum();
    return new StreamFigures(
        samples.stream().filter(sample -> sample.moments().connected().isPresent()).count(),
        samples.stream().filter(sample -> !sample.answer().ticks().isEmpty()).count(),
        samples.stream().filter(sample -> sample.outcome() == Outcome.OK).count(),
        ticks / (planned.toNanos() / 1e9),
        Percentiles.of(gaps(samples, Long.MAX_VALUE)));
  }

  /**
   * Tick jitter: the distance of each gap from the nearest multiple of the tick unit.
   *
   * @param unit what the feed's delays are multiples of, already divided by the speed; positive
   */
  public static Percentiles jitter(List<Sample> samples, Duration unit) {
    if (!unit.isPositive()) {
      throw new IllegalArgumentException("a tick unit is positive: " + unit);
    }
    return Percentiles.of(gaps(samples, unit.toNanos()));
  }

  private static Histogram gaps(List<Sample> samples, long unitNanos) {
    var histogram = new Histogram(3);
    for (var sample : samples) {
      var ticks = sample.answer().ticks();
      for (int i = 1; i < ticks.size(); i++) {
        long gap = ticks.get(i) - ticks.get(i - 1);
        boolean plain = unitNanos == Long.MAX_VALUE;
        histogram.recordValue(plain ? gap : Math.min(gap % unitNanos, unitNanos - gap % unitNanos));
      }
    }
    return histogram;
  }
}
