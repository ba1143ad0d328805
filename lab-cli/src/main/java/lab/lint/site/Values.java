package lab.lint.site;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Times as nginx reads them.
 *
 * <p>Source: {@code ngx_parse_time}: units from large to small, each once; a bare number is
 * seconds.
 */
public final class Values {
  private static final Pattern TIME =
      Pattern.compile(
          "(?:\\d+y ?)?(?:\\d+M ?)?(?:\\d+w ?)?(?:\\d+d ?)?(?:\\d+h ?)?(?:\\d+m ?)?(?:\\d+s ?)?(?:\\d+ms ?)?\\d*");
  private static final Pattern PART = Pattern.compile("(\\d{1,9})(ms|[yMwdhms]?)");
  private static final Map<String, Duration> UNITS =
      Map.of(
          "y", Duration.ofDays(365),
          "M", Duration.ofDays(30),
          "w", Duration.ofDays(7),
          "d", Duration.ofDays(1),
          "h", Duration.ofHours(1),
          "m", Duration.ofMinutes(1),
          "s", Duration.ofSeconds(1),
          "", Duration.ofSeconds(1),
          "ms", Duration.ofMillis(1));

  private Values() {}

  /** A time; empty when nginx would refuse it or a variable hides it. */
  public static Optional<Duration> time(String text) {
    if (text.isEmpty() || !TIME.matcher(text).matches()) {
      return Optional.empty();
    }
    var total = Duration.ZERO;
    var parts = PART.matcher(text);
    while (parts.find()) {
      total = total.plus(unit(parts.group(2)).multipliedBy(Long.parseLong(parts.group(1))));
    }
    return Optional.of(total);
  }

  private static Duration unit(String name) {
    return Optional.ofNullable(UNITS.get(name)).orElseThrow();
  }
}
