package lab.cli.run;

import java.time.Duration;
import lab.course.yaml.TimeSpan;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a length of time from a command line, where a number alone means seconds. */
public final class Span implements ITypeConverter<Duration> {
  @Override
  public Duration convert(String text) {
    var stripped = text.strip();
    return TimeSpan.parse(stripped)
        .or(() -> TimeSpan.parse(stripped + "s"))
        .orElseThrow(() ->
            new TypeConversionException("'" + text + "' is no duration: write 90s, 2m or 500ms"));
  }
}
