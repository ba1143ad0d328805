package lab.check.judge;

import java.util.Locale;
import lab.check.Tenths;

/** Times in words. */
final class Seconds {
  private Seconds() {}

  /** Seconds of real time as {@code 7 s} or {@code 2.5 s}. */
  static String ofReal(double seconds) {
    return Tenths.of(seconds) + " s";
  }

  /** Nanoseconds of a run as {@code 0.31 s} or {@code 12 ms}. */
  static String of(long nanos) {
    double seconds = nanos / 1e9;
    return seconds < 0.1
        ? String.format(Locale.ROOT, "%.1f ms", seconds * 1000)
        : String.format(Locale.ROOT, "%.2f s", seconds);
  }
}
