package lab.cli;

import java.util.Locale;

/** How quantities are written on screen. */
final class RunText {
  private RunText() {}

  /** A number without a needless fraction. */
  static String number(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e9
        ? Long.toString((long) value)
        : String.format(Locale.ROOT, "%.2f", value).replaceAll("0+$", "").replaceAll("\\.$", "");
  }
}
