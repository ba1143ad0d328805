package lab.check;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
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
 * @param credit what it earns where that is not all or nothing; empty where the verdict tells, and
 *     in files from before there was this field
 */
public record CheckResult(
    String check,
    String title,
    Verdict verdict,
    String headline,
    Optional<Reason> reason,
    List<String> signs,
    Map<String, Double> figures,
    Optional<Credit> credit) {
  public CheckResult {
    signs = List.copyOf(signs);
    figures = Map.copyOf(figures);
  }

  /** A result that earns all points or none. */
  public CheckResult(
      String check,
      String title,
      Verdict verdict,
      String headline,
      Optional<Reason> reason,
      List<String> signs,
      Map<String, Double> figures) {
    this(check, title, verdict, headline, reason, signs, figures, Optional.empty());
  }

  /** The same in other words. */
  public CheckResult withHeadline(String other) {
    return new CheckResult(check, title, verdict, other, reason, signs, figures, credit);
  }

  /** The same for another reason. */
  public CheckResult withReason(Optional<Reason> other) {
    return new CheckResult(check, title, verdict, headline, other, signs, figures, credit);
  }

  /**
   * What it earns.
   *
   * @param all that the check can give
   */
  public int earned(int all) {
    return credit.map(Credit::earned).orElse(verdict == Verdict.PASS ? all : 0);
  }

  /**
   * Why a claim does not hold.
   *
   * @param wanted the claim as a measurable sentence
   * @param saw what was measured instead
   * @param proof what the servers, nginx and the clients say, a line each
   * @param why what it means for people who use the application
   * @param again commands that show it again
   * @param excerpts the lines of files that the first proofs speak of, in their order; none in
   *     files from before there was this field
   */
  public record Reason(
      String wanted,
      String saw,
      List<String> proof,
      String why,
      List<String> again,
      @JsonSetter(nulls = Nulls.AS_EMPTY) List<Excerpt> excerpts) {
    public Reason {
      proof = List.copyOf(proof);
      again = List.copyOf(again);
      excerpts = List.copyOf(excerpts);
    }

    /** A reason that no line of a file stands for. */
    public Reason(String wanted, String saw, List<String> proof, String why, List<String> again) {
      this(wanted, saw, proof, why, again, List.of());
    }

    /** The same with other commands. */
    public Reason withAgain(List<String> others) {
      return new Reason(wanted, saw, proof, why, others, excerpts);
    }
  }
}
