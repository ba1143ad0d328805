package lab.check;

import java.util.Locale;

/** Numbers in words. */
public final class Tenths {
  private Tenths() {}

  /** At most one digit after the point, and none that says nothing: {@code 2.5}, {@code 3}. */
  public static String of(double number) {
    var text = String.format(Locale.ROOT, "%.1f", number);
    return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
  }
}
