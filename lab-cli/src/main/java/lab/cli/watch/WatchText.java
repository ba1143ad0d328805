package lab.cli.watch;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import lab.check.CheckResult;
import lab.check.Verdict;
import lab.cli.verify.VerifyCommand;
import lab.cli.verify.VerifyText;
import lab.cli.watch.Agenda.Work;
import lab.course.stage.Stage;
import lab.screen.Ink;
import lab.screen.Wrap;
import lab.verify.Verified;

/** One pass as lines: those of {@code lab verify}, and less where there is nothing new. */
final class WatchText {
  /** The learner's record, watched beside the stage's own files. */
  static final String JOURNAL = ".lab/journal.ndjson";

  private final Stage stage;
  private final Work work;
  private final Ink ink;
  private final int columns;
  private final VerifyText text;
  private int waiting;

  /**
   * Prepares the lines of one pass.
   *
   * @param columns of the screen
   */
  WatchText(Stage stage, Work work, Ink ink, int columns) {
    this.stage = stage;
    this.work = work;
    this.ink = ink;
    this.columns = columns;
    this.text = new VerifyText(ink, columns);
  }

  /** What is watched, for a line of its own. */
  static String watching(Stage stage) {
    return "watching "
        + stage.owns().stream().map(owned -> owned.path()).collect(Collectors.joining(", "));
  }

  /** The names of what was saved, for people. */
  static String names(List<String> saved) {
    return saved.stream()
        .map(file -> file.equals(JOURNAL) ? "your record" : file)
        .collect(Collectors.joining(", "));
  }

  /**
   * What stands above the checks.
   *
   * @param saved the files that led to it; none when it was asked for
   */
  List<String> header(List<String> saved) {
    var lines = new ArrayList<>(text.header(stage));
    if (!saved.isEmpty()) {
      wrapped("changed: " + names(saved), lines);
    }
    return lines;
  }

  /** One check; those that a fast pass cannot judge are only counted. */
  List<String> check(CheckResult result) {
    boolean needsTraffic =
        stage.check(result.check()).stream().anyMatch(spec -> !spec.kind().fast());
    if (work == Work.FAST && result.verdict() == Verdict.SKIPPED && needsTraffic) {
      waiting++;
      return List.of();
    }
    return text.check(result);
  }

  /**
   * What stands below the checks.
   *
   * @param done whether the learner may go on from the stage, and nothing seen now speaks against
   *     it
   */
  List<String> footer(Verified verified, boolean done) {
    if (work == Work.FULL) {
      var lines =
          new ArrayList<>(text.footer(stage, verified, VerifyCommand.firstHint(stage, verified)));
      if (done && verified.verdict() == Verdict.PASS) {
        lines.add(
            "  " + ink.good("STAGE PASSED") + "  and on record. It stays here until you press n.");
      }
      return lines;
    }
    var lines = new ArrayList<String>();
    var judged =
        verified.checks().stream().filter(result -> result.verdict() != Verdict.SKIPPED).toList();
    long held = judged.stream().filter(result -> result.verdict() == Verdict.PASS).count();
    lines.add("");
    lines.add(
        "  %s  %d of %d fast checks hold"
            .formatted(
                held == judged.size() ? ink.good("so far so good") : ink.bad("not yet"),
                held,
                judged.size()));
    rest(done, held == judged.size()).ifPresent(rest -> wrapped(rest, lines));
    return lines;
  }

  private Optional<String> rest(boolean done, boolean allHold) {
    if (done) {
      return Optional.of("This stage is done: n goes on, v verifies what you changed.");
    }
    if (waiting > 0) {
      return Optional.of(
          waiting
              + (waiting == 1 ? " more check needs" : " more checks need")
              + " traffic or a JVM: v verifies them.");
    }
    return allHold
        ? Optional.of("v verifies the whole stage and puts it on record.")
        : Optional.empty();
  }

  private void wrapped(String words, List<String> lines) {
    Wrap.lines(words, Math.max(20, columns - 2)).forEach(line -> lines.add("  " + line));
  }
}
