package lab.check.evidence;

import java.util.Map;
import java.util.Optional;

/**
 * A question of the stage and the learner's answer.
 *
 * @param ask the question
 * @param given the answer as it was typed; empty when there is none
 * @param place where it stands or should stand, such as {@code exercises/01-.../answers.yaml:3}
 */
public record Answered(String ask, Expected expected, Optional<String> given, String place) {
  /** What is right. */
  public sealed interface Expected {
    /**
     * A number.
     *
     * @param tolerance relative; 0.1 is a tenth either way
     */
    record Quantity(double value, String unit, double tolerance) implements Expected {}

    /**
     * One of several.
     *
     * @param options texts by key
     * @param right the key of the right one
     */
    record Choice(Map<String, String> options, String right) implements Expected {
      public Choice {
        options = Map.copyOf(options);
      }
    }
  }
}
