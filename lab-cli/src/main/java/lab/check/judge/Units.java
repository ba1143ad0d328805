package lab.check.judge;

import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Units as people type them: in the singular or the plural, and times in what suits them. */
final class Units {
  /** What one of a unit of time is, in seconds. */
  private static final Map<String, Double> SECONDS = Map.of("ms", 0.001, "s", 1.0, "min", 60.0);

  private static final Map<String, String> SHORT =
      Map.of("second", "s", "sec", "s", "millisecond", "ms", "msec", "ms", "minute", "min");

  private Units() {}

  /**
   * What a number in one unit is to be multiplied by to be one in another; empty where the two
   * measure different things.
   *
   * @param given may be blank, and is the wanted one then
   * @param wanted may be blank, and any will do then
   */
  static OptionalDouble factor(String given, String wanted) {
    var from = plain(given);
    var to = plain(wanted);
    if (from.isEmpty() || to.isEmpty() || from.equals(to) || isSortOf(from, to)) {
      return OptionalDouble.of(1);
    }
    if (SECONDS.containsKey(from) && SECONDS.containsKey(to)) {
      return OptionalDouble.of(seconds(from) / seconds(to));
    }
    var rate = from.split("/", 2);
    var other = to.split("/", 2);
    boolean comparable =
        rate.length == 2
            && other.length == 2
            && rate[0].equals(other[0])
            && SECONDS.containsKey(rate[1])
            && SECONDS.containsKey(other[1]);
    return comparable
        ? OptionalDouble.of(seconds(other[1]) / seconds(rate[1]))
        : OptionalDouble.empty();
  }

  private static double seconds(String unit) {
    return SECONDS.getOrDefault(unit, 1.0);
  }

  /** Such as worker processes, or sync workers, where workers are wanted. */
  private static boolean isSortOf(String given, String wanted) {
    return !given.contains("/") && Stream.of(given.split(" ", -1)).anyMatch(wanted::equals);
  }

  private static String plain(String unit) {
    var lower = unit.strip().toLowerCase(Locale.ROOT);
    return Stream.of(lower.replaceAll("\\s+per\\s+", "/").split("/", -1))
        .map(part ->
            Stream.of(part.strip().split("\\s+", -1))
                .map(Units::singular)
                .collect(Collectors.joining(" ")))
        .collect(Collectors.joining("/"));
  }

  private static String singular(String word) {
    boolean plural = word.length() > 2 && word.endsWith("s") && !word.endsWith("ss");
    var one = plural ? word.substring(0, word.length() - 1) : word;
    return SHORT.getOrDefault(one, one);
  }
}
