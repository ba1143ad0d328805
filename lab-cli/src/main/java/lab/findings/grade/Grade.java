package lab.findings.grade;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import lab.findings.figures.FigureState;

/**
 * The grade of a write-up, as far as a machine can say.
 *
 * @param rubric version and hash of the rubric that was used
 * @param gate why it is not graded as it stands, if so
 * @param criteria one outcome per criterion, in the order of their ids
 * @param misconceptions beliefs held, with the words that show them
 * @param figures stated figures beside recorded runs
 * @param ignored words addressed to whoever grades; they were not read
 */
public record Grade(
    String rubric,
    Optional<Gate> gate,
    List<CriterionGrade> criteria,
    List<Held> misconceptions,
    List<FigureState> figures,
    List<Quote> ignored) {
  private static final double PASS_SHARE = 0.6;

  public Grade {
    criteria = List.copyOf(criteria);
    misconceptions = List.copyOf(misconceptions);
    figures = List.copyOf(figures);
    ignored = List.copyOf(ignored);
  }

  /**
   * A misconception that the author holds.
   *
   * @param id M1 to M8
   * @param title the belief
   * @param say what refutes it
   * @param quote the author's words
   */
  public record Held(String id, String title, String say, Quote quote) {}

  /** What the points of a stage come to. */
  public enum Passing {
    PASSED,
    NOT_YET,
    /** The points that a person has still to give decide. */
    TO_BE_READ
  }

  /** The least points: open criteria count nothing. */
  public int least() {
    return criteria.stream().filter(c -> !c.isOpen()).mapToInt(CriterionGrade::level).sum();
  }

  /** The most points: open criteria count in full. */
  public int most() {
    return least()
        + CriterionGrade.MOST * (int) criteria.stream().filter(CriterionGrade::isOpen).count();
  }

  /** Points to be had. */
  public int outOf() {
    return CriterionGrade.MOST * criteria.size();
  }

  /** Only the criteria of one stage: their ids begin with its letter. */
  public Grade only(Set<String> ids) {
    return new Grade(
        rubric,
        gate,
        criteria.stream().filter(c -> ids.contains(c.id())).toList(),
        misconceptions,
        figures,
        ignored);
  }

  /** Whether 60 percent of the certain points are there and no contradiction stands. */
  public Passing passing() {
    var certain = criteria.stream().filter(c -> !c.isOpen()).toList();
    int points = certain.stream().mapToInt(CriterionGrade::level).sum();
    boolean contradicted = certain.stream().anyMatch(CriterionGrade::isContradicted);
    boolean enough = points >= PASS_SHARE * CriterionGrade.MOST * certain.size();
    if (!certain.isEmpty() && enough && !contradicted) {
      return Passing.PASSED;
    }
    boolean open = most() >= PASS_SHARE * outOf() && certain.size() < criteria.size();
    return open && !contradicted ? Passing.TO_BE_READ : Passing.NOT_YET;
  }
}
