package lab.cli.run;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code 90}, {@code 90s}, {@code 1.5m} or {@code 500ms}. */
public final class Span implements ITypeConverter<Duration> {
  @Override
  public Duration convert(String text) {
    var matcher = Pattern.compile("(\\d+(?:\\.\\d+)?)(ms|s|m)?").matcher(text.strip());
    if (!matcher.matches()) {
      throw new TypeConversionException("'" + text + "' is no duration: write 90s, 2m or 500ms");
    }
    double number = Double.parseDouble(matcher.group(1));
    var unit = Optional.ofNullable(matcher.group(2)).orElse("s");
    double millis =
        switch (unit) {
          case "ms" -> number;
          case "m" -> number * 60_000;
          default -> number * 1000;
        };
    return Duration.ofMillis(Math.round(millis));
  }
}
