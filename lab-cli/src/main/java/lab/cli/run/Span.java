package lab.cli.run;

import java.time.Duration;
import lab.course.yaml.TimeSpan;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a length of time from a command line, where a number alone means seconds. */
public final class Span implements ITypeConverter<Duration> {
  /** Longer than the longest load at the highest speed, and no calculation with it overflows. */
  private static final Duration LONGEST = Duration.ofMinutes(10_000);

  @Override
  public Duration convert(String text) {
    var stripped = text.strip();
    var span =
        TimeSpan.parse(stripped)
            .or(() -> TimeSpan.parse(stripped + "s"))
            .orElseThrow(() -> refused(text, "is no duration: write 90s, 2m or 500ms"));
    if (!span.isPositive() || span.compareTo(LONGEST) > 0) {
      throw refused(text, "is too short or too long: from 1ms to " + LONGEST.toMinutes() + "m");
    }
    return span;
  }

  private static TypeConversionException refused(String text, String why) {
    return new TypeConversionException("'" + text + "' " + why);
  }
}
