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
 * @param answered whether the level was earned by answering the criterion's question
 */
public record CriterionGrade(
    String id,
    String title,
    int level,
    Confidence confidence,
    List<Quote> quotes,
    List<Quote> against,
    List<String> missing,
    Optional<String> look,
    boolean answered) {
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

  /** Whether a person would be asked, were there one: open, or contradicted. */
  public boolean isUnsure() {
    return confidence == Confidence.LOOK;
  }

  /** The same with its points open, because {@code why}. */
  public CriterionGrade open(String why) {
    return new CriterionGrade(
        id, title, level, Confidence.LOOK, quotes, against, missing, Optional.of(why), answered);
  }

  /** The same after its question was answered well: level 1 is the most that this earns. */
  public CriterionGrade answeredWell() {
    return new CriterionGrade(
        id, title, 1, Confidence.SURE, quotes, against, missing, Optional.empty(), true);
  }

  /** Whether right and wrong are both said. */
  public boolean isContradicted() {
    return !against.isEmpty() && !quotes.isEmpty();
  }
}
