package lab.load.plan;

import java.time.Duration;

/** Arithmetic of the speed factor: every duration divided by k. */
final class Speed {
  private Speed() {}

  static Duration shorten(Duration duration, double k) {
    if (!(k > 0) || Double.isInfinite(k)) {
      throw new IllegalArgumentException("the speed must be positive and finite: " + k);
    }
    return Duration.ofNanos(Math.round(duration.toNanos() / k));
  }
}
