package lab.course.stage;

import java.util.List;
import java.util.Optional;

/**
 * A wrong idea that shows in what was observed.
 *
 * @param when signs of which one must have been observed; empty for any failure
 * @param check the check that must not have passed; empty for any
 * @param text a question that makes the idea fall
 * @param see a command of {@code lab} that shows it
 */
public record Misconception(
    String id, List<String> when, Optional<String> check, String text, Optional<String> see) {
  public Misconception {
    when = List.copyOf(when);
  }
}
