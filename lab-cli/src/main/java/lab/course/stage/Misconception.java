package lab.course.stage;

import java.util.List;
import java.util.Optional;

/**
 * A wrong idea that shows in what was observed.
 *
 * @param when signs of which one must have been observed; empty for always
 * @param text a question that makes the idea fall
 * @param see a command of {@code lab} that shows it
 */
public record Misconception(String id, List<String> when, String text, Optional<String> see) {
  public Misconception {
    when = List.copyOf(when);
  }
}
