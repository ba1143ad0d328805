package lab.cli.verify;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import lab.check.CheckResult;
import lab.load.engine.LaneProgress;
import lab.load.sample.Outcome;
import lab.run.RunProgress;
import lab.screen.Bars;
import lab.screen.LiveScreen;
import lab.verify.VerifyListener;

/** A verification while it goes on: verdicts as they come, and a line that moves below them. */
public final class VerifyView implements VerifyListener, AutoCloseable {
  /** What a line of words about the moment begins with. */
  public static final String NOW = "  now   ";

  private static final int BAR_COLUMNS = 20;
  private static final long PLAIN_EVERY_NANOS = Duration.ofSeconds(2).toNanos();

  private final Optional<LiveScreen> screen;
  private final Consumer<String> narration;
  private final Consumer<CheckResult> verdicts;
  private long lastPlain;
  private String arm = "";
  private volatile boolean stopped;

  /**
   * Opens the view.
   *
   * @param screen to paint on; empty for whole lines only
   * @param narration takes lines that tell what goes on
   * @param verdicts takes every check's result
   */
  public VerifyView(
      Optional<LiveScreen> screen, Consumer<String> narration, Consumer<CheckResult> verdicts) {
    this.screen = screen;
    this.narration = narration;
    this.verdicts = verdicts;
  }

  @Override
  public void says(String words) {
    paintOrSay("  ....  " + words, NOW + words);
  }

  /** Says nothing more: Ctrl-C has the last word. */
  void stop() {
    stopped = true;
    try {
      close();
    } catch (IOException terminalIsGone) {
      // Then there is nothing to wipe.
    }
  }

  @Override
  public void plays(String name, RunProgress progress) {
    if (stopped) {
      return;
    }
    if (screen.isPresent()) {
      screen.get().paint(List.of(line(name, progress)));
    } else if (!name.equals(arm) || System.nanoTime() - lastPlain >= PLAIN_EVERY_NANOS) {
      lastPlain = System.nanoTime();
      narration.accept(words(name, progress));
    }
    arm = name;
  }

  @Override
  public void judged(CheckResult result) {
    if (stopped) {
      return;
    }
    screen.ifPresent(live -> live.paint(List.of()));
    verdicts.accept(result);
  }

  @Override
  public void close() throws IOException {
    if (screen.isPresent()) {
      screen.get().close();
    }
  }

  private void paintOrSay(String line, String words) {
    if (stopped) {
      return;
    }
    if (screen.isPresent()) {
      screen.get().paint(List.of(line));
    } else {
      narration.accept(words);
    }
  }

  /** How far an arm has come, on one line that is painted again and again. */
  public static String line(String name, RunProgress progress) {
    var load = progress.load();
    double share =
        Math.min(1, load.elapsed().toNanos() / (double) Math.max(1, load.planned().toNanos()));
    return String.format(
        Locale.ROOT,
        "  ....  %-22s %s %4.1f of %.1f s   %d sent, %d fine",
        name,
        Bars.bar(share, BAR_COLUMNS),
        load.elapsed().toNanos() / 1e9,
        load.planned().toNanos() / 1e9,
        sent(progress),
        fine(progress));
  }

  /** The same in words: for a log, and for a screen that is read aloud. */
  public static String words(String name, RunProgress progress) {
    var load = progress.load();
    return String.format(
        Locale.ROOT,
        "%s%s: second %.1f of %.1f, %d sent, %d fine",
        NOW,
        name,
        load.elapsed().toNanos() / 1e9,
        load.planned().toNanos() / 1e9,
        sent(progress),
        fine(progress));
  }

  private static long sent(RunProgress progress) {
    return progress.load().lanes().stream().mapToLong(LaneProgress::sent).sum();
  }

  private static long fine(RunProgress progress) {
    return progress.load().lanes().stream().mapToLong(lane -> lane.count(Outcome.OK)).sum();
  }
}
