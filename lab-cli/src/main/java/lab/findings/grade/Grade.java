package lab.findings.grade;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import lab.findings.figures.FigureState;
import lab.findings.figures.RecordedRun;

/**
 * The grade of a write-up, as far as a machine can say.
 *
 * @param rubric version and hash of the rubric that was used
 * @param gate why it is not graded as it stands, if so
 * @param criteria one outcome per criterion, in the order of their ids
 * @param misconceptions beliefs held, with the words that show them
 * @param figures stated figures beside recorded runs
 * @param ignored words addressed to whoever grades; they were not read
 * @param sections the sections in which anything stands, by the names that criteria use
 */
public record Grade(
    String rubric,
    Optional<Gate> gate,
    List<CriterionGrade> criteria,
    List<Held> misconceptions,
    List<FigureState> figures,
    List<Quote> ignored,
    Set<String> sections) {
  public Grade {
    criteria = List.copyOf(criteria);
    misconceptions = List.copyOf(misconceptions);
    figures = List.copyOf(figures);
    ignored = List.copyOf(ignored);
    sections = Set.copyOf(sections);
  }

  /**
   * A misconception that the author holds.
   *
   * @param id M1 to M8
   * @param title the belief
   * @param say what refutes it
   * @param quote the author's words
   * @param refuting a run of the author's own that shows it to be wrong, if there is one
   * @param see the command that makes such a run
   */
  public record Held(
      String id,
      String title,
      String say,
      Quote quote,
      Optional<RecordedRun> refuting,
      String see) {}
}
