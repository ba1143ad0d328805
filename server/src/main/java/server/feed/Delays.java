package server.feed;

import java.time.Duration;
import java.util.random.RandomGenerator;
import server.settings.Speed;

/** How long each poll takes: a seeded sequence, the same for the same seed. */
public final class Delays {
  /** How the seconds are spread. */
  public enum Spread {
    /** Whole seconds, each equally likely, both ends included. */
    INTEGER,
    /** Any time between the ends. */
    UNIFORM
  }

  private final RandomGenerator random;
  private final Spread spread;
  private final double min;
  private final double max;
  private final Speed speed;

  /**
   * @param random seeded; used under this object's lock only
   * @param spread how the seconds are spread
   * @param min seconds before scaling; not negative
   * @param max seconds before scaling; not below {@code min}
   * @param speed divides what is drawn
   * @throws IllegalArgumentException when the ends are out of order, or not whole where they must
   *     be
   */
  public Delays(RandomGenerator random, Spread spread, double min, double max, Speed speed) {
    if (!(min >= 0) || !(max >= min)) {
      throw new IllegalArgumentException(
          "delays must satisfy 0 <= min <= max, not " + min + " and " + max);
    }
    if (spread == Spread.INTEGER && (min != Math.rint(min) || max != Math.rint(max))) {
      throw new IllegalArgumentException(
          "integer delays need whole seconds, not " + min + " and " + max);
    }
    this.random = random;
    this.spread = spread;
    this.min = min;
    this.max = max;
    this.speed = speed;
  }

  /** The next delay, already scaled. */
  public synchronized Duration next() {
    return speed.ofSeconds(
        switch (spread) {
          case INTEGER -> random.nextLong((long) min, (long) max + 1);
          case UNIFORM -> min == max ? min : random.nextDouble(min, max);
        });
  }
}
