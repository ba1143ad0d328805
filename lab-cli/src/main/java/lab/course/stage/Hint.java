package lab.course.stage;

import java.util.List;
import java.util.Optional;

/**
 * Help with a stage.
 *
 * @param level 1 a question, 2 a pointer, 3 a step
 * @param when signs of which one must have been observed; empty for always
 * @param check the check that must not have passed; empty for any
 */
public record Hint(String id, int level, List<String> when, Optional<String> check, String text) {
  /** The highest level. */
  public static final int LEVELS = 3;

  public Hint {
    when = List.copyOf(when);
  }

  /** The word for a level. */
  public static String word(int level) {
    return switch (level) {
      case 1 -> "question";
      case 2 -> "pointer";
      default -> "step";
    };
  }
}
