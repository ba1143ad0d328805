package lab.nginx.generate.time;

import java.util.OptionalLong;

/**
 * nginx's notation for times: {@code 90}, {@code 1m30s}, {@code 500ms}.
 *
 * <p>Source: ngx_parse_time. Units come from the greatest to the least, each once at most; years
 * and months only where times are whole seconds, {@code ms} only where they are not; a number
 * without a unit is seconds, and last unless a blank ends it.
 */
public final class NginxTime {
  /** The units in the order in which they may come, a blank for seconds that more may follow. */
  private static final String UNITS = "yMwdhms";

  private static final long[] SECONDS = {31_536_000, 2_592_000, 604_800, 86_400, 3600, 60, 1};

  private NginxTime() {}

  /**
   * A time in milliseconds.
   *
   * @param wholeSeconds whether nginx takes no part of a second here
   * @return empty for what nginx would not take as a time, and for more than fits
   */
  public static OptionalLong millis(String text, boolean wholeSeconds) {
    try {
      return new Reader(text, wholeSeconds).read();
    } catch (ArithmeticException tooLarge) {
      return OptionalLong.empty();
    }
  }

  /** A time in the shortest exact notation. */
  public static String text(long millis) {
    return millis % 1000 == 0 ? millis / 1000 + "s" : millis + "ms";
  }

  /** Reads one time, unit by unit. */
  private static final class Reader {
    private static final int SECONDS_UNIT = UNITS.indexOf('s');
    private static final int MILLIS_UNIT = UNITS.length();

    private final String text;
    private final boolean wholeSeconds;

    /** The last unit that was read. */
    private int unit;

    private int at;

    Reader(String text, boolean wholeSeconds) {
      this.text = text;
      this.wholeSeconds = wholeSeconds;
      this.unit = wholeSeconds ? -1 : UNITS.indexOf('M');
    }

    OptionalLong read() {
      long sum = 0;
      boolean anyDigit = false;
      while (at < text.length()) {
        long number = 0;
        while (at < text.length() && Character.digit(text.charAt(at), 10) >= 0) {
          number =
              Math.addExact(
                  Math.multiplyExact(number, 10L), Character.digit(text.charAt(at++), 10));
          anyDigit = true;
        }
        var scale = at < text.length() ? nextUnit() : OptionalLong.of(1000);
        if (scale.isEmpty()) {
          return OptionalLong.empty();
        }
        sum = Math.addExact(sum, Math.multiplyExact(number, scale.getAsLong()));
      }
      return anyDigit ? OptionalLong.of(sum) : OptionalLong.empty();
    }

    /** What one of the unit at hand is; milliseconds. */
    private OptionalLong nextUnit() {
      char letter = text.charAt(at++);
      int next = letter == ' ' ? SECONDS_UNIT : UNITS.indexOf(letter);
      if (letter == 'm' && text.startsWith("s", at)) {
        at++;
        next = wholeSeconds ? -1 : MILLIS_UNIT;
      }
      if (next < 0 || next <= unit) {
        return OptionalLong.empty();
      }
      unit = letter == ' ' ? MILLIS_UNIT : next;
      while (text.startsWith(" ", at)) {
        at++;
      }
      return OptionalLong.of(next == MILLIS_UNIT ? 1 : SECONDS[next] * 1000);
    }
  }
}
