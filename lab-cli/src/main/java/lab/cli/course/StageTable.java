package lab.cli.course;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import lab.course.StageState;
import lab.course.Standing;
import lab.course.journal.Event;
import lab.course.journal.StageProgress;
import lab.course.stage.Stage;
import lab.screen.Ink;
import lab.screen.Table;

/**
 * The stages as a table: a head, and a line for each.
 *
 * @param ink colours; the words say the same
 * @param columns of the screen: a narrow one has no room for time and hints, a narrower one none
 *     for the last run and the end of a long title
 */
record StageTable(Standing standing, Ink ink, int columns) {
  private static final int BAR = 20;
  private static final int SHORTEST_TITLE = 8;

  List<String> lines() {
    int longest =
        standing.course().stages().stream()
            .mapToInt(stage -> stage.title().length())
            .max()
            .orElse(0);
    var rows = rows(longest);
    return Stream.of(
            rows,
            rows.stream().map(StageTable::narrow).toList(),
            rows.stream().map(StageTable::narrower).toList())
        .map(StageTable::leftAligned)
        .filter(lines -> widest(lines) <= columns)
        .findFirst()
        .orElseGet(() -> {
          int tooWide =
              widest(leftAligned(rows.stream().map(StageTable::narrower).toList())) - columns;
          int title = Math.max(SHORTEST_TITLE, longest - tooWide);
          return leftAligned(rows(title).stream().map(StageTable::narrower).toList());
        });
  }

  /** All rows, with titles of so many columns at most. */
  private List<List<String>> rows(int title) {
    var rows = new ArrayList<List<String>>();
    rows.add(List.of("  # ", "STAGE", "STATE", "CHECKS", "TIME", "HINTS", "LAST RUN"));
    standing.course().stages().forEach(stage -> rows.add(row(stage, title)));
    return rows;
  }

  private static List<String> narrow(List<String> row) {
    return List.of(row.get(0), row.get(1), row.get(2), row.get(3), row.get(6));
  }

  private static List<String> narrower(List<String> row) {
    return row.subList(0, 4);
  }

  private static int widest(List<String> lines) {
    return lines.stream().mapToInt(Table::columns).max().orElse(0);
  }

  /** How much of the course is done, as a bar and in words. */
  String bar() {
    long passed = standing.course().stages().stream().mapToLong(standing::passedChecks).sum();
    long all = standing.course().stages().stream().mapToLong(stage -> stage.checks().size()).sum();
    int filled = all == 0 ? 0 : (int) (BAR * passed / all);
    return "  ["
        + "#".repeat(filled)
        + "-".repeat(BAR - filled)
        + "]  "
        + passed
        + "/"
        + all
        + " checks";
  }

  private static String cut(String title, int room) {
    return title.length() <= room ? title : title.substring(0, room - 2).strip() + "..";
  }

  private List<String> row(Stage stage, int room) {
    var title = cut(stage.title(), room);
    var own = standing.progress().of(stage.number());
    var state = standing.of(stage);
    boolean here = standing.here().filter(stage::equals).isPresent();
    return List.of(
        (here ? "> " : "  ") + stage.number(),
        here ? ink.strong(title) : title,
        painted(state),
        standing.passedChecks(stage) + "/" + stage.checks().size(),
        time(own),
        own.hints().isEmpty() ? "-" : Integer.toString(own.hints().size()),
        state == StageState.LOCKED
            ? "needs "
                + String.join(" ", standing.missing(stage).stream().map(Stage::number).toList())
            : own.last()
                .flatMap(Event.Verified::run)
                .orElse(state == StageState.ASSISTED ? "reference" : "-"));
  }

  private String painted(StageState state) {
    return switch (state) {
      case PASSED, ASSISTED, TO_BE_READ -> ink.good(state.words());
      case LOCKED -> ink.faint(state.words());
      case OPEN, BEGUN, REOPENED -> ink.name(state.words());
    };
  }

  private static String time(StageProgress own) {
    return own.begun()
        .flatMap(begun -> own.passedAt().map(passed -> Duration.between(begun, passed)))
        .map(span -> Math.max(1, span.toMinutes()) + " min")
        .orElse("-");
  }

  private static List<String> leftAligned(List<List<String>> rows) {
    int columns = rows.getFirst().size();
    var widths = new int[columns];
    rows.forEach(row -> {
      for (int i = 0; i < columns; i++) {
        widths[i] = Math.max(widths[i], Table.columns(row.get(i)));
      }
    });
    var lines = new ArrayList<String>();
    for (var row : rows) {
      var line = new StringBuilder();
      for (int i = 0; i < columns; i++) {
        line.append(row.get(i))
            .append(" ".repeat(widths[i] - Table.columns(row.get(i))))
            .append("  ");
      }
      lines.add(line.toString().stripTrailing());
    }
    return lines;
  }
}
