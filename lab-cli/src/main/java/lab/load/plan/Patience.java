package lab.load.plan;

import java.time.Duration;

/**
 * How long a client waits before it gives up.
 *
 * @param silence read timeout: the longest gap without a byte from the server, the handshake
 *     included; positive
 * @param total deadline of the whole request, from its actual start to its last byte; positive. A
 *     stream has none: it lasts until the plan ends
 */
public record Patience(Duration silence, Duration total) {
  public Patience {
    if (!silence.isPositive() || !total.isPositive()) {
      throw new IllegalArgumentException("patience must be positive: " + silence + ", " + total);
    }
  }

  /** One bound for both: the client gives up once this has passed. */
  public static Patience of(Duration total) {
    return new Patience(total, total);
  }

  Patience atSpeed(double k) {
    return new Patience(Speed.shorten(silence, k), Speed.shorten(total, k));
  }
}
