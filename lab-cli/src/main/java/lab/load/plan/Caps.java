package lab.load.plan;

import java.time.Duration;

/**
 * The bounds no plan may leave.
 *
 * @param inFlight requests and streams open at once; what comes above is counted as not sent
 * @param arrivals arrivals of all lanes together
 * @param duration length of the plan
 */
public record Caps(int inFlight, int arrivals, Duration duration) {
  /** 20,000 in flight, two million arrivals, one hour. */
  public static final Caps DEFAULT = new Caps(20_000, 2_000_000, Duration.ofHours(1));

  public Caps {
    if (inFlight < 1 || arrivals < 1 || !duration.isPositive()) {
      throw new IllegalArgumentException("a cap must be positive");
    }
  }
}
