package lab.course.hint;

import java.util.List;
import java.util.Optional;
import lab.check.spec.CheckSpec;
import lab.course.stage.Hint;
import lab.course.stage.Misconception;

/**
 * A hint and why it was chosen.
 *
 * @param about the check that it helps with
 * @param saw the observed signs that it answers to; empty when nothing was observed yet
 * @param left how many levels above it are left for this check
 * @param ideas wrong ideas that the observed signs suggest
 * @param others ids of the other checks that failed
 */
public record Advice(
    Hint hint,
    Optional<CheckSpec> about,
    List<String> saw,
    int left,
    List<Misconception> ideas,
    List<String> others) {
  public Advice {
    saw = List.copyOf(saw);
    ideas = List.copyOf(ideas);
    others = List.copyOf(others);
  }
}
