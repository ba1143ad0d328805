package lab.findings.rubric;

import java.util.List;

/**
 * A belief that is wrong and widespread.
 *
 * @param id M1 to M8
 * @param title the belief
 * @param claim how it is said
 * @param say what refutes it
 * @param refuted the kinds of run that show it, the most telling first
 * @param see the command that makes such a run, without the lab's own name
 */
public record Misconception(
    String id, String title, Facet claim, String say, List<Evidence> refuted, String see) {
  public Misconception {
    refuted = List.copyOf(refuted);
  }

  /**
   * A kind of run that shows the belief to be wrong.
   *
   * @param phase {@code before}, {@code after}, or the mode that all routes were sent to
   * @param route our path
   */
  public record Evidence(String phase, String route) {}

  /** The sentences that a reader of the rubric gave as examples. */
  public List<String> examples() {
    return claim.yes();
  }
}
