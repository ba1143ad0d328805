package lab.findings.cite;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import lab.findings.figures.RecordedRun;

/**
 * Lines of a write-up that state what one run recorded.
 *
 * @param lines Markdown list items, one a route
 */
public record Citation(List<String> lines) {
  public Citation {
    lines = List.copyOf(lines);
  }

  /**
   * Where lines were put.
   *
   * @param text the write-up with them
   * @param line the first of them, from 1
   */
  public record Placed(String text, int line) {}

  /** The lines for what one run recorded. */
  public static Citation of(List<RecordedRun> lanes) {
    return new Citation(lanes.stream().map(Citation::line).toList());
  }

  private static String line(RecordedRun lane) {
    var phase = lane.isOfTheIncident() ? lane.phase() + ": " : "";
    var line =
        "- %s`%s` %d of %d answered well".formatted(phase, lane.route(), lane.ok(), lane.sent());
    var more = new ArrayList<String>();
    counted(more, lane, "e502", "502s");
    counted(more, lane, "e504", "504s");
    return line + (more.isEmpty() ? "" : ", " + String.join(", ", more)) + " (" + lane.run() + ")";
  }

  private static void counted(List<String> into, RecordedRun lane, String measure, String name) {
    double count = lane.measures().getOrDefault(measure, 0.0);
    if (count > 0) {
      into.add(String.format(Locale.ROOT, "%.0f %s", count, name));
    }
  }

  /** Puts the lines at the end of the section that {@code heading} opens, or at the end of all. */
  public Placed into(String text, String heading) {
    var all = new ArrayList<>(text.lines().toList());
    int at = end(all, heading);
    boolean list = at > 0 && all.get(at - 1).startsWith("- ");
    var block = new ArrayList<String>();
    if (!list && at > 0 && !all.get(at - 1).isBlank()) {
      block.add("");
    }
    int first = at + block.size() + 1;
    block.addAll(lines);
    if (at < all.size() && !all.get(at).isBlank()) {
      block.add("");
    }
    all.addAll(at, block);
    return new Placed(String.join("\n", all) + "\n", first);
  }

  /** The index after the last line with text of a section. */
  private static int end(List<String> all, String heading) {
    int from = -1;
    int to = all.size();
    for (int i = 0; i < all.size(); i++) {
      boolean isHeading = all.get(i).startsWith("#");
      if (from >= 0 && isHeading && !all.get(i).startsWith("###")) {
        to = i;
        break;
      }
      if (isHeading && all.get(i).toLowerCase(Locale.ROOT).contains(heading)) {
        from = i;
      }
    }
    while (to > 0 && all.get(to - 1).isBlank()) {
      to--;
    }
    return to;
  }
}
