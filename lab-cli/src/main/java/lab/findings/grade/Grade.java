package lab.findings.grade;

import java.util.List;
import java.util.Optional;
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
}
