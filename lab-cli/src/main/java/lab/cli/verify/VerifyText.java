package lab.cli.verify;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import lab.check.CheckResult;
import lab.check.Verdict;
import lab.course.stage.Hint;
import lab.course.stage.Stage;
import lab.screen.Ink;
import lab.screen.Wrap;
import lab.verify.Verified;

/** A verification as lines. */
public final class VerifyText {
  private static final int INDENT = 8;
  private static final int LABEL = 8;
  private static final int REMARK = 2;
  private static final int NARROWEST = 30;

  private final Ink ink;
  private final int columns;
  private final ReasonText reasons;

  /**
   * Prepares the lines.
   *
   * @param columns of the screen; text is wrapped to it
   */
  public VerifyText(Ink ink, int columns) {
    this.ink = ink;
    this.columns = Math.max(NARROWEST + INDENT + LABEL, columns);
    this.reasons = new ReasonText(ink, this.columns);
  }

  /** What stands above the checks. */
  public List<String> header(Stage stage) {
    return List.of("", "  " + ink.strong("STAGE " + stage.number() + "  " + stage.title()));
  }

  /** One check, with its reason where it does not simply hold. */
  public List<String> check(CheckResult result) {
    var lines =
        new ArrayList<>(
            hanging(
                "  %s  %s  %s"
                    .formatted(word(result.verdict()), ink.name(result.check()), result.title())));
    if (!result.headline().isEmpty()) {
      wrapped(result.headline(), INDENT).forEach(lines::add);
    }
    result.reason().ifPresent(reason -> lines.addAll(reasons.of(result.check(), reason)));
    return lines;
  }

  /** What a person should know beside the checks: how it was done, and what they had predicted. */
  public List<String> remarks(Verified verified) {
    var lines = new ArrayList<String>();
    verified.notes().forEach(note -> lines.addAll(reasons.labelled("note", note, REMARK)));
    if (!verified.repeated().isEmpty()) {
      lines.add("  Two trials were made; both are in .lab/runs/" + verified.run() + ".");
    }
    verified
        .foretold()
        .forEach(one -> lines.addAll(reasons.labelled("guess", one.words(), REMARK)));
    return lines;
  }

  /** What stands below the checks. */
  public List<String> footer(Stage stage, Verified verified, Optional<Hint> hint) {
    var lines = new ArrayList<String>();
    lines.add("");
    lines.addAll(remarks(verified));
    hint.ifPresent(one -> lines.addAll(reasons.labelled("ask", one.text(), REMARK)));
    long passed =
        verified.checks().stream().filter(check -> check.verdict() == Verdict.PASS).count();
    lines.addAll(
        hanging(
            "  %s  %d of %d checks, %s of %d points of the stage, %s, %.0f s of which %.0f s replay%s"
                .formatted(
                    overall(verified.verdict()),
                    passed,
                    verified.checks().size(),
                    points(verified),
                    verified.outOf(),
                    verified.run(),
                    verified.seconds(),
                    verified.replaySeconds(),
                    verified.speed() > 1 ? " at speed " + verified.speed() : "")));
    lines.addAll(hanging("  " + next(stage, verified)));
    lines.add("");
    return lines;
  }

  /**
   * What Ctrl-C leaves behind.
   *
   * @param run its folder's name
   */
  List<String> stopped(String run) {
    return Wrap.lines(
        "Stopped: this verification is not on record, and no file of yours was changed. What it saw until now is kept in .lab/runs/"
            + run
            + ".",
        columns - REMARK);
  }

  private String next(Stage stage, Verified verified) {
    if (verified.toBeRead(stage)) {
      return "A person will read it.   " + ink.name("lab next") + " goes on meanwhile";
    }
    return switch (verified.verdict()) {
      case PASS -> passed(stage, verified);
      case FAIL -> "Nothing is lost.   " + help(stage, verified);
      case INCONCLUSIVE, ENV_INVALID ->
          "This says nothing about you.   "
              + ink.name("lab doctor")
              + "   then "
              + ink.name("lab verify " + stage.number());
      case LAB_ERROR -> "A fault of the lab.   Tell its makers, with .lab/runs/" + verified.run();
      case SKIPPED -> skipped(stage, verified);
    };
  }

  /** Which checks nobody can say anything of yet, and what judges them. */
  private String skipped(Stage stage, Verified verified) {
    var open =
        verified.open(stage).stream()
            .filter(check -> check.verdict() == Verdict.SKIPPED)
            .map(CheckResult::check)
            .toList();
    return (open.isEmpty() ? "" : "Not judged: " + String.join(", ", open) + ".   ")
        + ink.name(Wrap.unbroken("lab verify " + stage.number()))
        + " judges the rest";
  }

  private String passed(Stage stage, Verified verified) {
    if (verified.checks().size() < stage.checks().size() || !verified.open(stage).isEmpty()) {
      return ink.name("lab verify " + stage.number()) + " judges the rest";
    }
    var on = ink.name("lab next") + " goes on";
    return stage.owns().isEmpty()
        ? on
        : on
            + "   "
            + Wrap.unbroken(ink.name("lab diff mine reference " + stage.number()))
            + " compares with the reference";
  }

  /**
   * Where help is to be had with the first check that failed, and with another; and what shows all
   * of it again once it has left the screen.
   */
  private String help(Stage stage, Verified verified) {
    var failed =
        verified.checks().stream().filter(check -> check.verdict() == Verdict.FAIL).toList();
    var hint = "lab hint " + stage.number();
    var commands = new ArrayList<String>(List.of(ink.name(hint)));
    failed.stream()
        .limit(1)
        .forEach(check -> commands.add("lab explain " + stage.number() + "/" + check.check()));
    failed.stream()
        .skip(1)
        .limit(1)
        .forEach(check -> commands.add(hint + " --check " + check.check()));
    commands.add("lab show " + verified.run());
    return commands.stream().map(Wrap::unbroken).collect(joining("   "));
  }

  private List<String> hanging(String text) {
    return Wrap.hanging(text, columns, " ".repeat(INDENT));
  }

  private List<String> wrapped(String text, int indent) {
    return Wrap.lines(text, columns - indent).stream()
        .map(line -> " ".repeat(indent) + line)
        .toList();
  }

  private String word(Verdict verdict) {
    return switch (verdict) {
      case PASS -> ink.good("pass");
      case FAIL -> ink.bad("FAIL");
      case SKIPPED -> ink.faint("skip");
      case INCONCLUSIVE -> ink.warn("open");
      case ENV_INVALID -> ink.warn("env ");
      case LAB_ERROR -> ink.bad("BUG ");
    };
  }

  /** A range where a person has points to give yet, as the write-up's own line has it. */
  private static String points(Verified verified) {
    return verified.openPoints() == 0
        ? Integer.toString(verified.points())
        : verified.points() + " to " + (verified.points() + verified.openPoints());
  }

  private String overall(Verdict verdict) {
    var words = verdict.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    return switch (verdict) {
      case PASS -> ink.good("passed");
      case FAIL -> ink.bad("not yet");
      case LAB_ERROR -> ink.bad(words);
      case INCONCLUSIVE, ENV_INVALID, SKIPPED -> ink.warn(words);
    };
  }
}
