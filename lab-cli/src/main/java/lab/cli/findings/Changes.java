package lab.cli.findings;

import java.util.ArrayList;
import java.util.Optional;
import lab.findings.grade.CriterionGrade;
import lab.findings.record.Entry;

/** What became of each criterion since the last check. */
final class Changes {
  private Changes() {}

  /**
   * One line, such as {@code A2 1 to 2, C5 0 to look; in all 18 to 20 points}; nothing at first.
   */
  static Optional<String> since(Report report) {
    return report.before().map(before -> words(report, before));
  }

  private static String words(Report report, Entry.Checked before) {
    var changes = new ArrayList<String>();
    int was = 0;
    for (var criterion : report.whole().criteria()) {
      int level = before.levels().getOrDefault(criterion.id(), 0);
      boolean open = before.open().contains(criterion.id());
      was += open ? 0 : level;
      var old = open ? "look" : Integer.toString(level);
      if (!old.equals(now(criterion))) {
        changes.add(criterion.id() + " " + old + " to " + now(criterion));
      }
    }
    int certain = report.whole().points().certain();
    return changes.isEmpty()
        ? "nothing changed."
        : "%s; in all %d to %d certain points.".formatted(String.join(", ", changes), was, certain);
  }

  private static String now(CriterionGrade criterion) {
    return criterion.isOpen() ? "look" : Integer.toString(criterion.level());
  }
}
