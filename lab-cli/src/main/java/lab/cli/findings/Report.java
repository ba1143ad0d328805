package lab.cli.findings;

import java.util.List;
import java.util.Optional;
import lab.findings.judge.Outcome;
import lab.findings.judge.Part;
import lab.findings.opinion.Opinion;
import lab.findings.record.Entry;
import lab.findings.rubric.Rubric;

/**
 * All that is to be said about a write-up.
 *
 * @param file its name as the person gave it
 * @param text what it holds
 * @param rubric what it was graded by
 * @param whole all criteria
 * @param parts the stages, each with its own criteria
 * @param runs how many recorded runs its figures were held against
 * @param before what the last check came to
 * @param opinions of the second reader, if one was asked
 */
public record Report(
    String file,
    String text,
    Rubric rubric,
    Outcome whole,
    List<Part> parts,
    long runs,
    Optional<Entry.Checked> before,
    List<Opinion> opinions) {
  public Report {
    parts = List.copyOf(parts);
    opinions = List.copyOf(opinions);
  }

  /** Whether anything is written in any section. */
  public boolean isBegun() {
    return parts.stream().anyMatch(Part::begun);
  }
}
