package lab.cli.run;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import lab.cli.Console;
import lab.cli.RunText;
import lab.load.engine.LaneProgress;
import lab.load.sample.Outcome;
import lab.run.Rehearsal;
import lab.run.RunFolder;
import lab.run.RunProgress;
import lab.run.Scenario;
import lab.screen.Bars;
import lab.screen.LiveScreen;
import lab.screen.Table;
import lab.stack.Program;

/**
 * A run while it goes on: lines painted in place on a terminal, or a plain line each second
 * elsewhere.
 */
final class RunView implements Consumer<RunProgress>, AutoCloseable {
  private static final int BAR_COLUMNS = 30;
  private static final long PLAIN_EVERY_NANOS = 1_000_000_000L;

  private final Console console;
  private final Optional<LiveScreen> screen;
  private long lastPlain;
  private boolean foretold;

  private RunView(Console console, Optional<LiveScreen> screen) {
    this.console = console;
    this.screen = screen;
  }

  static RunView open(
      Console console, Scenario scenario, Rehearsal.Request request, RunFolder folder)
      throws IOException {
    int speed = request.settings().speed();
    console.say("");
    console.say(
        "  "
            + console.ink().strong("lab run " + scenario.label())
            + request.upstream().map(mode -> "  every location to " + mode).orElse("")
            + "  "
            + folder.id()
            + "  nginx "
            + request.nginx());
    console.say(
        speed == 1
            ? "  speed 1: real time"
            : "  speed %d: 1 s here is %d s of the incident; in-flight counts are true"
                .formatted(speed, speed));
    return new RunView(
        console,
        console.live() && !console.quiet() ? Optional.of(LiveScreen.open()) : Optional.empty());
  }

  @Override
  public void accept(RunProgress progress) {
    if (screen.isEmpty() && !foretold) {
      foretold = progress.recovery().map(this::foretell).orElse(false);
    }
    if (screen.isPresent()) {
      screen.get().paint(frame(progress));
    } else if (System.nanoTime() - lastPlain >= PLAIN_EVERY_NANOS) {
      lastPlain = System.nanoTime();
      console.say(line(progress));
    }
  }

  /** Says once, before the wait for recovery, how long it will be and how to end it. */
  private boolean foretell(RunProgress.RecoveryProgress recovery) {
    if (recovery.predictedSeconds() >= 1) {
      console.say(
          "  recovery predicted: %s of work that still waits; Ctrl-C ends the wait"
              .formatted(seconds(recovery.predictedSeconds())));
    }
    return true;
  }

  @Override
  public void close() throws IOException {
    if (screen.isPresent()) {
      screen.get().close();
    }
  }

  /** The painted lines. */
  private List<String> frame(RunProgress progress) {
    var lines = new ArrayList<String>();
    lines.add("");
    lines.add("  " + bar(progress));
    lines.add(
        progress.recovery().filter(recovery -> recovery.predictedSeconds() >= 1).isPresent()
            ? "  serving what still waits; Ctrl-C ends the wait and keeps the run"
            : "");
    var table = new Table();
    table.row(List.of("  ROUTE", "SENT", "OK", "502", "504", "OTHER", "IN FLIGHT", "LAST SECOND"));
    for (var lane : progress.load().lanes()) {
      table.row(
          List.of(
              "  " + lane.route(),
              Long.toString(lane.sent()),
              console.ink().good(Long.toString(lane.count(Outcome.OK))),
              bad(lane.count(Outcome.BAD_GATEWAY)),
              bad(lane.count(Outcome.GATEWAY_TIMEOUT)),
              bad(others(lane)),
              Long.toString(lane.inFlight()),
              lane.ticks() > 0
                  ? lane.ticks() + " ticks"
                  : "p50 " + RunText.duration(lane.lastSecond().p50())));
    }
    lines.addAll(table.lines());
    lines.add("");
    var modes = new Table();
    modes.row(List.of("  MODE", "BUSY", "QUEUED", "IN THE KERNEL'S QUEUE"));
    for (var mode : Program.MODES) {
      var gauge = progress.gauges().of(mode);
      modes.row(
          List.of(
              "  " + mode.label(),
              Long.toString(gauge.inFlight()),
              Long.toString(gauge.queued()),
              gauge.backlog().isPresent()
                  ? Long.toString(gauge.backlog().getAsLong())
                  : gauge.threads() == 0 ? "-" : "not available"));
    }
    lines.addAll(modes.lines());
    return lines;
  }

  private String bar(RunProgress progress) {
    var recovery = progress.recovery();
    if (recovery.isEmpty()) {
      double elapsed = progress.load().elapsed().toNanos() / 1e9;
      double planned = progress.load().planned().toNanos() / 1e9;
      return "load      ["
          + Bars.bar(elapsed / planned, BAR_COLUMNS)
          + "]  "
          + seconds(Math.min(elapsed, planned))
          + " of "
          + seconds(planned);
    }
    double predicted = recovery.get().predictedSeconds();
    return "recovery  ["
        + Bars.bar(predicted == 0 ? 1 : recovery.get().seconds() / predicted, BAR_COLUMNS)
        + "]  "
        + seconds(recovery.get().seconds())
        + "; predicted "
        + seconds(predicted);
  }

  /** One line for a log. */
  private String line(RunProgress progress) {
    var words = new StringBuilder("  ");
    words.append(progress.phase().name().toLowerCase(Locale.ROOT)).append(' ');
    words.append(
        seconds(
            progress
                .recovery()
                .map(RunProgress.RecoveryProgress::seconds)
                .orElse(progress.load().elapsed().toNanos() / 1e9)));
    if (progress.phase() == RunProgress.Phase.RECOVERY) {
      return words.append(waiting(progress)).toString();
    }
    for (var lane : progress.load().lanes()) {
      words.append(
          "  %s sent %d ok %d".formatted(lane.route(), lane.sent(), lane.count(Outcome.OK)));
      append(words, " 502 ", lane.count(Outcome.BAD_GATEWAY));
      append(words, " 504 ", lane.count(Outcome.GATEWAY_TIMEOUT));
      append(words, " other ", others(lane));
      append(words, " in flight ", lane.inFlight());
    }
    return words.append(waiting(progress)).toString();
  }

  private static String waiting(RunProgress progress) {
    var words = new StringBuilder();
    for (var mode : Program.MODES) {
      append(words, "  waiting for " + mode.label() + " ", progress.gauges().of(mode).waiting());
    }
    return words.toString();
  }

  private static void append(StringBuilder words, String name, long count) {
    if (count > 0) {
      words.append(name).append(count);
    }
  }

  private String bad(long count) {
    return count == 0 ? "0" : console.ink().bad(Long.toString(count));
  }

  private static long others(LaneProgress lane) {
    return lane.outcomes().values().stream().mapToLong(Long::longValue).sum()
        - lane.count(Outcome.OK)
        - lane.count(Outcome.BAD_GATEWAY)
        - lane.count(Outcome.GATEWAY_TIMEOUT);
  }

  private static String seconds(double value) {
    return String.format(Locale.ROOT, "%.1f s", value);
  }
}
