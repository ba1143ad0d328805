package lab.load.sample;

import java.io.PrintStream;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;
import org.HdrHistogram.Histogram;

/** Histograms of samples, in nanoseconds with three digits. */
public final class Timings {
  private static final int DIGITS = 3;

  private Timings() {}

  /**
   * Response times R of answers, intended start to last byte: a wait before the sending is not left
   * out. Those of clients that gave up are; {@link Waits} has both.
   */
  public static Histogram response(List<Sample> samples) {
    return of(answers(samples), sample -> OptionalLong.of(sample.moments().responseNanos()));
  }

  /** Service times of answers as the client saw them: bytes sent to last byte. */
  public static Histogram service(List<Sample> samples) {
    return of(answers(samples), sample -> sample.moments().serviceNanos());
  }

  /** Schedule lag of everything that the plan let go: intended start to dispatch. */
  public static Histogram lag(List<Sample> samples) {
    return of(samples, sample -> OptionalLong.of(sample.moments().lagNanos()));
  }

  /** On-wire lateness: intended start to the bytes' leaving, the handshake included. */
  public static Histogram onWire(List<Sample> samples) {
    return of(samples, sample -> sample.moments().onWireNanos());
  }

  /** Writes a histogram as HdrHistogram's percentile table, in milliseconds. */
  public static void export(Histogram nanos, PrintStream out) {
    nanos.outputPercentileDistribution(out, 1e6);
  }

  static Histogram of(List<Sample> samples, Function<Sample, OptionalLong> nanos) {
    var histogram = new Histogram(DIGITS);
    samples.forEach(
        sample -> nanos.apply(sample).ifPresent(n -> histogram.recordValue(Math.max(0, n))));
    return histogram;
  }

  private static List<Sample> answers(List<Sample> samples) {
    return samples.stream().filter(sample -> sample.outcome().isAnswer()).toList();
  }
}
