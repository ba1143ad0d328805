package lab.lint;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The page of each rule: Markdown, one file a rule. */
public final class Pages {
  private Pages() {}

  /** The page of a rule; empty when there is no such rule. */
  public static Optional<String> of(String rule) {
    if (!rule.matches("[a-z0-9-]+")) {
      return Optional.empty();
    }
    try (var in = Pages.class.getResourceAsStream("pages/" + rule + ".md")) {
      return in == null
          ? Optional.empty()
          : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
