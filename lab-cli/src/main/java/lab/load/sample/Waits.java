package lab.load.sample;

import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;
import org.HdrHistogram.Histogram;

/**
 * How long clients waited: for an answer, or in vain. An answer to who gave up, or was cut off,
 * would have taken longer than the wait, and no table of the quick answers alone may hide that:
 * waits in vain rank above every answer.
 *
 * @param nanos histogram of all waits
 * @param unanswered how many of them, the highest, were in vain
 */
public record Waits(Histogram nanos, long unanswered) {

  /** Counted from intended start, as response times R are. */
  public static Waits fromIntendedStart(List<Sample> samples) {
    return of(
        Timings.response(samples),
        samples,
        moments -> OptionalLong.of(moments.end() - moments.intended()));
  }

  /**
   * Counted from the actual start, as service times are; who never sent a byte is not among them.
   */
  public static Waits fromActualStart(List<Sample> samples) {
    return of(
        Timings.service(samples),
        samples,
        moments ->
            moments.sent().isPresent()
                ? OptionalLong.of(moments.end() - moments.sent().getAsLong())
                : OptionalLong.empty());
  }

  private static Waits of(
      Histogram answers, List<Sample> samples, Function<Moments, OptionalLong> wait) {
    long longest = answers.getMaxValue();
    var inVain =
        samples.stream()
            .filter(sample -> sample.outcome().isWaitInVain())
            .flatMapToLong(sample -> wait.apply(sample.moments()).stream())
            .toArray();
    for (long nanos : inVain) {
      answers.recordValue(Math.max(longest, nanos));
    }
    return new Waits(answers, inVain.length);
  }

  Percentiles percentiles() {
    return Percentiles.of(nanos, unanswered);
  }
}
