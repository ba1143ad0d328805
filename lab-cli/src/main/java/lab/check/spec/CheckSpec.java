package lab.check.spec;

import java.time.Duration;
import java.util.List;

/**
 * One claim of a stage.
 *
 * @param id unique in its stage
 * @param title the claim, in words for the learner
 * @param kind how it is judged, with its parameters
 * @param needs ids of the checks that must pass before this one is judged
 * @param points what it counts for; not negative
 * @param timeout after which judging it is given up; positive
 * @param hidden whether its parameters are kept from the learner
 * @param rationale one sentence: why it is there
 */
public record CheckSpec(
    String id,
    String title,
    CheckKind kind,
    List<String> needs,
    int points,
    Duration timeout,
    boolean hidden,
    String rationale) {
  public CheckSpec {
    needs = List.copyOf(needs);
    if (points < 0 || !timeout.isPositive()) {
      throw new IllegalArgumentException(id + ": points or timeout out of range");
    }
  }
}
