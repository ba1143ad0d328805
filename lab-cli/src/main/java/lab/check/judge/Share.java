package lab.check.judge;

import java.util.Locale;

/**
 * So many of so many.
 *
 * @param count 0 to {@code of}
 */
record Share(long count, long of) {
  /** Of nothing, nothing: a bound on a share of no request is not kept. */
  double value() {
    return of == 0 ? 0 : (double) count / of;
  }

  static String percent(double share) {
    double percent = share * 100;
    return (percent > 0 && percent < 10) || (percent > 99 && percent < 100)
        ? String.format(Locale.ROOT, "%.1f %%", percent)
        : String.format(Locale.ROOT, "%.0f %%", percent);
  }

  @Override
  public String toString() {
    return count + " of " + of;
  }
}
