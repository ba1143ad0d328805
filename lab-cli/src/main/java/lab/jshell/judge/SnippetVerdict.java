package lab.jshell.judge;

/**
 * What one check of a graded snippet came to.
 *
 * @param check its id
 * @param title what holds when it passes
 * @param outcome pass, fail, inconclusive, or skipped
 * @param wanted in words
 * @param saw in words
 * @param why why it matters
 * @param again how to try it in {@code lab shell}
 */
public record SnippetVerdict(
    String check,
    String title,
    Outcome outcome,
    String wanted,
    String saw,
    String why,
    String again) {
  /** The four. */
  public enum Outcome {
    PASS,
    FAIL,
    INCONCLUSIVE,
    SKIPPED
  }
}
