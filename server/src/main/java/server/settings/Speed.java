package server.settings;

import java.time.Duration;

/**
 * Replay factor: every duration of ours is divided by it.
 *
 * @param factor above 0; 10 makes 30 s last 3 s
 */
public record Speed(double factor) {
  /** Refuses a factor that is not a positive number. */
  public Speed {
    if (!(factor > 0) || Double.isInfinite(factor)) {
      throw new IllegalArgumentException("speed must be above 0, not " + factor);
    }
  }

  /** How long a duration lasts at this speed, to the nanosecond. */
  public Duration of(Duration unscaled) {
    return Duration.ofNanos(Math.round(unscaled.toNanos() / factor));
  }

  /**
   * How long a number of seconds lasts at this speed.
   *
   * @param unscaled not negative
   */
  public Duration ofSeconds(double unscaled) {
    return Duration.ofNanos(Math.round(unscaled * 1e9 / factor));
  }
}
