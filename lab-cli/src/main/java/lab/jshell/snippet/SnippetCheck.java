package lab.jshell.snippet;

import java.util.List;

/**
 * One check of a graded snippet.
 *
 * @param id such as {@code P2}
 * @param title what holds when it passes
 * @param wanted what decides
 * @param why why it matters, one sentence
 * @param again how to try it in {@code lab shell}
 * @param hints a question, a pointer, a step
 */
public record SnippetCheck(
    String id, String title, Claim wanted, String why, String again, List<String> hints) {
  public SnippetCheck {
    hints = List.copyOf(hints);
  }
}
