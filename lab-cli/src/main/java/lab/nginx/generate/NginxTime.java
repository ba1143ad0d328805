package lab.nginx.generate;

import java.util.Map;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** nginx's notation for times: {@code 90}, {@code 1m30s}, {@code 500ms}. */
final class NginxTime {
  private static final Pattern PART = Pattern.compile("(\\d{1,12})(ms|[yMwdhms]?) *");
  private static final Pattern WHOLE = Pattern.compile("(?:" + PART.pattern() + ")+");
  private static final Map<String, Long> MILLIS =
      Map.of(
          "ms", 1L,
          "s", 1_000L,
          "", 1_000L,
          "m", 60_000L,
          "h", 3_600_000L,
          "d", 86_400_000L,
          "w", 604_800_000L,
          "M", 2_592_000_000L,
          "y", 31_536_000_000L);

  private NginxTime() {}

  /** A time in milliseconds; empty for what is not a time. */
  static OptionalLong millis(String text) {
    if (text.length() > 100 || !WHOLE.matcher(text).matches()) {
      return OptionalLong.empty();
    }
    long sum = 0;
    var parts = PART.matcher(text);
    while (parts.find()) {
      sum += Long.parseLong(parts.group(1)) * MILLIS.getOrDefault(parts.group(2), 0L);
    }
    return OptionalLong.of(sum);
  }

  /** A time in the shortest exact notation. */
  static String text(long millis) {
    return millis % 1000 == 0 ? millis / 1000 + "s" : millis + "ms";
  }
}
