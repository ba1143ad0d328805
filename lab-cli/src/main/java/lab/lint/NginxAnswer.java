package lab.lint;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import lab.nginx.syntax.SourceText;

/**
 * What {@code nginx -t} said, in terms of the person's own files.
 *
 * @param ok whether it accepts the configuration
 * @param message the first thing that it has against it; empty when it accepts
 * @param at the person's line that it names; many messages name none
 */
public record NginxAnswer(boolean ok, Optional<String> message, Optional<Place> at) {
  private static final Pattern REFUSAL =
      Pattern.compile("nginx: \\[emerg\\] (.*?)(?: in (/.*):(\\d+))?", Pattern.DOTALL);

  /** The answer of an nginx that has nothing against a configuration. */
  public static final NginxAnswer ACCEPTED =
      new NginxAnswer(true, Optional.empty(), Optional.empty());

  /**
   * A line of a person's file.
   *
   * @param source the file
   * @param line from 1
   */
  public record Place(SourceText source, int line) {}

  /** Finds the person's line for a file and line of the configuration that nginx was given. */
  public interface Origins {
    Optional<Place> of(String file, int line);
  }

  /**
   * Reads what nginx printed.
   *
   * @param lines nothing when it accepted
   */
  public static NginxAnswer read(List<String> lines, Origins origins) {
    if (lines.isEmpty()) {
      return ACCEPTED;
    }
    for (var line : lines) {
      var matcher = REFUSAL.matcher(line);
      if (matcher.matches()) {
        var at =
            matcher.group(2) == null
                ? Optional.<Place>empty()
                : origins.of(matcher.group(2), Integer.parseInt(matcher.group(3)));
        return new NginxAnswer(false, Optional.of(matcher.group(1)), at);
      }
    }
    return new NginxAnswer(false, Optional.of(String.join(" ", lines)), Optional.empty());
  }
}
