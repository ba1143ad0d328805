package lab.course.stage;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A number that the learner writes down before they measure.
 *
 * @param truth what will be measured, in the unit
 * @param because one sentence: why it is so; told once the stage has passed
 */
public record Prediction(
    String id, String ask, String unit, double truth, Optional<String> because) {
  private static final Pattern NUMBER = Pattern.compile("\\+?(\\d+(\\.\\d*)?|\\.\\d+)");
  private static final Pattern PLURAL = Pattern.compile("(?<=\\w)s(?=/|$)");

  /** Whether a value can be one: a plain decimal number, from 0 up. */
  public static boolean isNumber(String value) {
    return NUMBER.matcher(value).matches();
  }

  /**
   * A number with its unit, which is a plural: {@code 1 request}, {@code 2 requests/s}.
   *
   * @param value as it was typed
   */
  public static String inWords(String value, String unit) {
    return value + " " + (value.equals("1") ? PLURAL.matcher(unit).replaceFirst("") : unit);
  }
}
