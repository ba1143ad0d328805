package lab.findings.cite;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import lab.findings.figures.RecordedRun;

/**
 * Lines of a write-up that state what one run recorded.
 *
 * @param lines Markdown list items, one a route
 */
public record Citation(List<String> lines) {
  private static final Pattern FENCE = Pattern.compile(" {0,3}(?:```|~~~)");
  private static final Pattern LINE_END = Pattern.compile("\\r?\\n");

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

  /**
   * Puts the lines at the end of the section that {@code heading} opens, or at the end of all.
   * Every other line stays as it is, and the new ones end as the first of the old does.
   */
  public Placed into(String text, String heading) {
    var end = LINE_END.matcher(text);
    var lineEnd = end.find() ? end.group() : "\n";
    var all = new ArrayList<>(List.of(text.split("(?<=\n)", -1)));
    if (all.getLast().isEmpty()) {
      all.removeLast();
    }
    int at = end(all, heading);
    boolean list = at > 0 && all.get(at - 1).startsWith("- ");
    if (at > 0 && !all.get(at - 1).endsWith("\n")) {
      all.set(at - 1, all.get(at - 1) + lineEnd);
    }
    var block = new ArrayList<String>();
    if (!list && at > 0) {
      block.add("");
    }
    int first = at + block.size() + 1;
    block.addAll(lines);
    if (at < all.size() && !all.get(at).isBlank()) {
      block.add("");
    }
    all.addAll(at, block.stream().map(line -> line + lineEnd).toList());
    return new Placed(String.join("", all), first);
  }

  /** The index after the last line with text of a section. */
  private static int end(List<String> all, String heading) {
    int from = -1;
    int to = all.size();
    boolean fenced = false;
    for (int i = 0; i < all.size(); i++) {
      fenced ^= FENCE.matcher(all.get(i)).lookingAt();
      boolean isHeading = !fenced && all.get(i).startsWith("#");
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
