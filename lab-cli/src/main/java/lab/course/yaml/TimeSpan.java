package lab.course.yaml;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/** Lengths of time as people write them: {@code 90s}, {@code 1.5m} or {@code 500ms}. */
public final class TimeSpan {
  private static final Pattern FORM = Pattern.compile("(\\d+(?:\\.\\d+)?)(ms|s|m)");

  private TimeSpan() {}

  /** To the nearest millisecond; empty for anything else, a number without a unit too. */
  public static Optional<Duration> parse(String text) {
    var matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    double amount = Double.parseDouble(matcher.group(1));
    double millis =
        switch (matcher.group(2)) {
          case "ms" -> amount;
          case "s" -> amount * 1_000;
          default -> amount * 60_000;
        };
    return Optional.of(Duration.ofMillis(Math.round(millis)));
  }
}
