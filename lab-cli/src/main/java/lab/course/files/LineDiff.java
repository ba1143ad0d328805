package lab.course.files;

import java.util.ArrayList;
import java.util.List;

/** Two texts compared line by line. */
public final class LineDiff {
  private static final int CONTEXT = 3;

  /** Of lines of both: beyond it a comparison would take longer than a person waits. */
  private static final long MOST_CELLS = 16_000_000;

  /** A line, and which of the texts it stands in: a blank for both, {@code -} or {@code +}. */
  private record Line(char mark, String text) {}

  private LineDiff() {}

  /**
   * The lines that differ, with three around each, in the unified format.
   *
   * <p>Source: GNU diffutils manual, Detailed Description of Unified Format.
   *
   * @param first marked {@code -}
   * @param second marked {@code +}
   * @return empty when the texts have the same lines
   */
  public static List<String> unified(String first, String second) {
    var lines = merged(first.lines().toList(), second.lines().toList());
    var shown = new ArrayList<String>();
    int at = 0;
    while (at < lines.size()) {
      if (lines.get(at).mark() == ' ') {
        at++;
        continue;
      }
      int from = Math.max(0, at - CONTEXT);
      int to = end(lines, at);
      shown.add(head(lines, from, to));
      lines.subList(from, to).forEach(line -> shown.add(line.mark() + line.text()));
      at = to;
    }
    return shown;
  }

  /** Where the hunk ends that a change begins: changes with few lines between them share one. */
  private static int end(List<Line> lines, int change) {
    int last = change;
    for (int at = change; at < lines.size() && at - last <= 2 * CONTEXT; at++) {
      if (lines.get(at).mark() != ' ') {
        last = at;
      }
    }
    return Math.min(lines.size(), last + 1 + CONTEXT);
  }

  private static String head(List<Line> lines, int from, int to) {
    var before = lines.subList(0, from);
    var within = lines.subList(from, to);
    return "@@ -%s +%s @@".formatted(span(before, within, '+'), span(before, within, '-'));
  }

  /** First line and number of lines of a hunk in the text that lacks the lines of a mark. */
  private static String span(List<Line> before, List<Line> within, char lacks) {
    long start = before.stream().filter(line -> line.mark() != lacks).count();
    long count = within.stream().filter(line -> line.mark() != lacks).count();
    return (count == 0 ? start : start + 1) + "," + count;
  }

  private static List<Line> merged(List<String> first, List<String> second) {
    var lines = new ArrayList<Line>();
    int i = 0;
    int j = 0;
    if ((long) first.size() * second.size() <= MOST_CELLS) {
      var common = common(first, second);
      while (i < first.size() && j < second.size()) {
        if (first.get(i).equals(second.get(j))) {
          lines.add(new Line(' ', first.get(i)));
          i++;
          j++;
        } else if (common[i + 1][j] >= common[i][j + 1]) {
          lines.add(new Line('-', first.get(i++)));
        } else {
          lines.add(new Line('+', second.get(j++)));
        }
      }
    }
    first.subList(i, first.size()).forEach(text -> lines.add(new Line('-', text)));
    second.subList(j, second.size()).forEach(text -> lines.add(new Line('+', text)));
    return lines;
  }

  /** How many lines the rests of both, from any two places on, have in common and in order. */
  private static int[][] common(List<String> first, List<String> second) {
    var common = new int[first.size() + 1][second.size() + 1];
    for (int i = first.size() - 1; i >= 0; i--) {
      for (int j = second.size() - 1; j >= 0; j--) {
        common[i][j] =
            first.get(i).equals(second.get(j))
                ? common[i + 1][j + 1] + 1
                : Math.max(common[i + 1][j], common[i][j + 1]);
      }
    }
    return common;
  }
}
