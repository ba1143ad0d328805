package lab.load.sample;

import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The flow through the system over a part of a run: what came, what left, what was inside.
 *
 * @param arrivalsPerSecond λ: intended starts inside the window
 * @param departuresPerSecond X: ends inside the window, whatever their status
 * @param meanResponse mean of intended start to end over those departures; zero without any
 * @param meanInFlight time average of the requests between intended start and end
 */
public record Window(
    double arrivalsPerSecond,
    double departuresPerSecond,
    Duration meanResponse,
    double meanInFlight) {
  /** Above this share of λ, the queue counts as growing or draining. */
  private static final double UNSTABLE_SHARE = 0.1;

  /**
   * Looks at the samples between two moments from the start of the plan. Only what was sent counts.
   *
   * @throws IllegalArgumentException when the window has no length
   */
  public static Window of(List<Sample> samples, Duration from, Duration to) {
    long begin = from.toNanos();
    long end = to.toNanos();
    if (end <= begin) {
      throw new IllegalArgumentException("the window ends before it begins: " + from + ", " + to);
    }
    long arrivals = 0;
    long departures = 0;
    double responses = 0;
    double inside = 0;
    for (var sample : samples.stream().filter(s -> s.outcome().wasSent()).toList()) {
      long came = sample.moments().intended();
      long left = sample.moments().end();
      inside += Math.max(0, Math.min(left, end) - Math.max(came, begin));
      arrivals += isIn(came, begin, end) ? 1 : 0;
      if (isIn(left, begin, end)) {
        departures++;
        responses += left - came;
      }
    }
    double seconds = (end - begin) / 1e9;
    return new Window(
        arrivals / seconds,
        departures / seconds,
        Duration.ofNanos(departures == 0 ? 0 : Math.round(responses / departures)),
        inside / (end - begin));
  }

  /** λ − X: requests by which the queue grows each second; negative while it drains. */
  public double growthPerSecond() {
    return arrivalsPerSecond - departuresPerSecond;
  }

  /** Whether as much leaves as comes, to a tenth of λ. */
  public boolean isStable() {
    return Math.abs(growthPerSecond()) <= UNSTABLE_SHARE * arrivalsPerSecond;
  }

  /**
   * Requests in flight by Little's law, {@code L = X·R}; empty while the window is not stable.
   *
   * <p>Source: J. D. C. Little, A Proof for the Queuing Formula L = λW, Operations Research 9(3),
   * 1961.
   */
  public OptionalDouble littlesLaw() {
    return isStable()
        ? OptionalDouble.of(departuresPerSecond * meanResponse.toNanos() / 1e9)
        : OptionalDouble.empty();
  }

  private static boolean isIn(long nanos, long begin, long end) {
    return nanos >= begin && nanos < end;
  }
}
