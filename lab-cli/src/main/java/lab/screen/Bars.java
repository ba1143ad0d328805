package lab.screen;

/** Quantities as lengths, in characters that every terminal has a place for. */
public final class Bars {
  private static final String[] EIGHTHS = {"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"};
  private static final String RAMP = "▁▂▃▄▅▆▇█";

  private Bars() {}

  /**
   * A bar that is filled in part.
   *
   * @param share 0 to 1; what lies outside is cut
   * @param columns its whole width
   */
  public static String bar(double share, int columns) {
    double filled = Math.clamp(share, 0.0, 1.0) * columns;
    int whole = (int) filled;
    var bar = "█".repeat(whole) + (whole < columns ? EIGHTHS[(int) ((filled - whole) * 8)] : "");
    return bar + " ".repeat(columns - bar.length());
  }

  /**
   * One character a value, as high as the value is against the largest.
   *
   * @param values not negative
   */
  public static String sparkline(double[] values) {
    double most = 0;
    for (double value : values) {
      most = Math.max(most, value);
    }
    var line = new StringBuilder(values.length);
    for (double value : values) {
      int level = most == 0 ? 0 : (int) Math.round(value / most * (RAMP.length() - 1));
      line.append(value == 0 ? ' ' : RAMP.charAt(level));
    }
    return line.toString();
  }
}
