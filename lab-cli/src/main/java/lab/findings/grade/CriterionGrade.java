package lab.findings.grade;

import java.util.List;
import java.util.Optional;

/**
 * The outcome of one criterion.
 *
 * @param id A1 to C6
 * @param title what the criterion asks for
 * @param level 0, 1 or 2: what was found for certain, or the best guess when a person should look
 * @param confidence how sure that is
 * @param quotes the sentences that earned it
 * @param against sentences that contradict them
 * @param missing questions about what was not found
 * @param look why a person should look, if one should; the points are then open
 */
public record CriterionGrade(
    String id,
    String title,
    int level,
    Confidence confidence,
    List<Quote> quotes,
    List<Quote> against,
    List<String> missing,
    Optional<String> look) {
  /** The most points of one criterion. */
  public static final int MOST = 2;

  public CriterionGrade {
    quotes = List.copyOf(quotes);
    against = List.copyOf(against);
    missing = List.copyOf(missing);
  }

  /** In one word, for people. */
  public enum Confidence {
    SURE,
    LIKELY,
    LOOK
  }

  public boolean isOpen() {
    return look.isPresent();
  }

  public boolean isContradicted() {
    return !against.isEmpty() && !quotes.isEmpty();
  }
}
