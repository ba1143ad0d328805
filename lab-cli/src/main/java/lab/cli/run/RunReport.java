package lab.cli.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lab.cli.RunText;
import lab.load.sample.LaneSummary;
import lab.load.sample.Outcome;
import lab.load.sample.Percentiles;
import lab.run.Gauges.ModeGauge;
import lab.run.RunResult;
import lab.screen.Ink;
import lab.screen.Table;

/**
 * A finished run as text.
 *
 * @param ink colours, or none
 * @param columns of the screen: text is wrapped to them, and tables leave out what is least missed
 * @param result the run
 * @param folder where it is kept
 */
record RunReport(Ink ink, int columns, RunResult result, Path folder) {
  private static final int NARROWEST = 40;

  /** The book shows reports of this width. */
  private static final int WIDEST = 80;

  private static final List<Outcome> ALWAYS_SHOWN =
      List.of(
          Outcome.OK,
          Outcome.BAD_GATEWAY,
          Outcome.GATEWAY_TIMEOUT,
          Outcome.REFUSED,
          Outcome.CUT,
          Outcome.TIMED_OUT);
  private static final List<Outcome> SHOWN_IF_ANY =
      List.of(Outcome.OTHER, Outcome.NOT_SENT, Outcome.STOPPED);

  RunReport {
    columns = Math.clamp(columns, NARROWEST, WIDEST);
  }

  /** What was replayed, and on what. */
  List<String> head() {
    var settings = result.settings();
    return wrap(
        "  " + ink.strong(result.id()),
        "%s  %s  seed %d  speed %d  sync %d workers, pooled %d threads"
            .formatted(
                result.scenario(),
                settings.upstream().map(mode -> "--upstream " + mode).orElse("nginx.conf as it was")
                    + (settings.blockingFeed().orElse(false) ? "  --blocking-feed" : ""),
                settings.seed(),
                settings.speed(),
                settings.syncWorkers(),
                settings.poolThreads()));
  }

  List<String> lines() {
    var lines = new ArrayList<String>();
    lines.add("");
    lines.addAll(fitting(outcomes(ALWAYS_SHOWN), () -> outcomes(List.of(Outcome.OK))));
    reasons().forEach(lines::add);
    lines.add("");
    lines.addAll(fitting(times(false), () -> times(true)));
    streams().forEach(lines::add);
    lines.add("");
    lines.addAll(facts());
    lines.add("");
    wrap("  " + ink.strong("What ran out"), result.ranOut()).forEach(lines::add);
    lines.add("  " + ink.strong("Kept in") + "  " + folder);
    return lines;
  }

  /** The wide table where it fits on the screen, else the narrow one. */
  private List<String> fitting(List<String> wide, Supplier<List<String>> narrow) {
    boolean fits = wide.stream().mapToInt(Table::columns).max().orElse(0) <= columns;
    return fits ? wide : narrow.get();
  }

  /** What became of the requests: outcomes that are always shown, and others if there are any. */
  private List<String> outcomes(List<Outcome> always) {
    var shown =
        Stream.concat(ALWAYS_SHOWN.stream(), SHOWN_IF_ANY.stream())
            .filter(outcome ->
                always.contains(outcome)
                    || lanes().stream().anyMatch(lane -> lane.count(outcome) > 0))
            .toList();
    var table = new Table();
    var head = new ArrayList<>(List.of("  ROUTE", "SENT"));
    shown.forEach(outcome -> head.add(word(outcome)));
    table.row(head);
    for (var lane : lanes()) {
      var row = new ArrayList<>(List.of("  " + lane.route(), Long.toString(lane.sent())));
      shown.forEach(outcome -> row.add(count(lane, outcome)));
      table.row(row);
    }
    return table.lines();
  }

  private List<String> reasons() {
    return result.reasons().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .flatMap(route ->
            wrap(
                "  nginx on " + (route.getKey().isEmpty() ? "no route" : route.getKey()),
                route.getValue().entrySet().stream()
                    .map(reason -> reason.getValue() + " x " + reason.getKey().words())
                    .collect(Collectors.joining(", ")))
                .stream())
        .toList();
  }

  private List<String> times(boolean narrow) {
    var table = new Table();
    var head = List.of("  RESPONSE TIME", "p50", "p95", "p99", "MAX", "ANSWERS");
    table.row(narrow ? head.subList(0, 4) : head);
    for (var lane : lanes()) {
      if (lane.streams().isEmpty()) {
        table.row(row("  " + lane.route(), lane.response(), narrow));
        table.row(row("    from the actual start", lane.service(), narrow));
      }
    }
    table.row(row("  schedule lag", result.lanes().lag(), narrow));
    return table.lines();
  }

  private static List<String> row(String name, Percentiles times, boolean narrow) {
    var all =
        List.of(
            name,
            RunText.percentile(times.p50(), times.isLowerBound(50)),
            RunText.percentile(times.p95(), times.isLowerBound(95)),
            RunText.percentile(times.p99(), times.isLowerBound(99)),
            RunText.percentile(times.max(), times.isLowerBound(100)),
            Long.toString(times.answered()));
    return narrow ? all.subList(0, 4) : all;
  }

  private List<String> streams() {
    return lanes().stream()
        .flatMap(lane -> lane.streams().stream().map(figures -> Map.entry(lane, figures)))
        .flatMap(entry ->
            under(
                "  " + entry.getKey().route() + ": ",
                String.format(
                    Locale.ROOT,
                    "%d of %d ever ticked, %d alive at the end, %.1f ticks a second",
                    entry.getValue().ticked(),
                    entry.getKey().sent(),
                    entry.getValue().liveAtEnd(),
                    entry.getValue().ticksPerSecond()))
                .stream())
        .toList();
  }

  private List<String> facts() {
    var lines = new ArrayList<String>();
    result.servedBy().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(route ->
            under(
                "  %-12s ".formatted(route.getKey()),
                "answered by "
                    + route.getValue().entrySet().stream()
                        .map(mode -> mode.getKey() + " " + mode.getValue())
                        .collect(Collectors.joining(", "))))
        .forEach(lines::addAll);
    result.modes().entrySet().stream()
        .filter(mode -> mode.getValue().mostInFlight() > 0)
        .sorted(Map.Entry.comparingByKey())
        .map(mode -> highWater(mode.getKey(), mode.getValue()))
        .forEach(lines::addAll);
    wrap("  recovery", recovery()).forEach(lines::add);
    return lines;
  }

  private List<String> highWater(String mode, ModeGauge gauge) {
    return under(
        "  %-12s ".formatted(mode),
        "at most %d in flight, %d queued, %d in the kernel; %d MB"
            .formatted(
                gauge.mostInFlight(),
                gauge.mostQueued(),
                gauge.mostBacklog(),
                gauge.rssBytes() / 1024 / 1024));
  }

  private String recovery() {
    var recovery = result.recovery();
    if (!result.complete()) {
      return "not watched: the load was cut short";
    }
    var before =
        recovery.deadRequests() == 0
            ? ""
            : String.format(
                Locale.ROOT,
                "%d %s waited when the load ended (predicted: %.1f s of work); ",
                recovery.deadRequests(),
                everybodyGotAnAnswer() ? "requests" : "dead requests",
                recovery.predictedSeconds());
    return before
        + recovery
            .seconds()
            .map(seconds ->
                String.format(Locale.ROOT, "/ answered again %.1f s after the load", seconds))
            .orElse(
                String.format(Locale.ROOT, "not recovered after %.1f s", recovery.watchedSeconds())
                    + recovery
                        .trouble()
                        .map(why -> ", and not watched any longer: " + why)
                        .orElse(""));
  }

  /** Then nobody had left, and what waited was waited for. */
  private boolean everybodyGotAnAnswer() {
    return lanes().stream().allMatch(lane -> lane.count(Outcome.OK) == lane.sent());
  }

  private List<LaneSummary> lanes() {
    return result.lanes().lanes();
  }

  private String count(LaneSummary lane, Outcome outcome) {
    long count = lane.count(outcome);
    if (count == 0) {
      return "0";
    }
    return outcome == Outcome.OK ? ink.good(Long.toString(count)) : ink.bad(Long.toString(count));
  }

  private static String word(Outcome outcome) {
    return switch (outcome) {
      case OK -> "OK";
      case BAD_GATEWAY -> "502";
      case GATEWAY_TIMEOUT -> "504";
      case OTHER -> "OTHER";
      case REFUSED -> "REFUSED";
      case CUT -> "CUT";
      case TIMED_OUT -> "TIMED OUT";
      case NOT_SENT -> "NOT SENT";
      case STOPPED -> "STOPPED";
    };
  }

  private List<String> wrap(String name, String text) {
    return under(name + "  ", text);
  }

  private List<String> under(String begin, String text) {
    return RunText.wrap(begin, text, columns);
  }
}
