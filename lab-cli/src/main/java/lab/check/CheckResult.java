package lab.check;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What became of one check.
 *
 * @param check its id
 * @param title what it claims
 * @param verdict what follows
 * @param headline the evidence in a few words, such as {@code 600 of 600 answered in time}
 * @param reason why, where the claim does not simply hold
 * @param signs what was recognised, for hints: see {@link Signs}
 * @param figures the numbers that the verdict rests on, by name
 */
public record CheckResult(
    String check,
    String title,
    Verdict verdict,
    String headline,
    Optional<Reason> reason,
    List<String> signs,
    Map<String, Double> figures) {
  public CheckResult {
    signs = List.copyOf(signs);
    figures = Map.copyOf(figures);
  }

  /**
   * Why a claim does not hold.
   *
   * @param wanted the claim as a measurable sentence
   * @param saw what was measured instead
   * @param proof what the servers, nginx and the clients say, a line each
   * @param why what it means for people who use the application
   * @param again commands that show it again
   */
  public record Reason(
      String wanted, String saw, List<String> proof, String why, List<String> again) {
    public Reason {
      proof = List.copyOf(proof);
      again = List.copyOf(again);
    }
  }
}
