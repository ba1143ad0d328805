package lab.findings.rubric;

import java.util.List;

/**
 * A belief that is wrong and widespread.
 *
 * @param id M1 to M8
 * @param title the belief
 * @param claim how it is said
 * @param say what refutes it
 */
public record Misconception(String id, String title, Facet claim, String say) {
  /** The sentences that a reader of the rubric gave as examples. */
  public List<String> examples() {
    return claim.yes();
  }
}
