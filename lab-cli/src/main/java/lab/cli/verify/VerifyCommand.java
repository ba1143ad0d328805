package lab.cli.verify;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import lab.check.Verdict;
import lab.cli.Console;
import lab.cli.ExitCode;
import lab.cli.LastWords;
import lab.cli.TrafficTurn;
import lab.cli.course.Desk;
import lab.cli.course.NextCommand;
import lab.cli.course.StageIds;
import lab.course.StageState;
import lab.course.files.UnderWay;
import lab.course.hint.HintChooser;
import lab.course.stage.Hint;
import lab.course.stage.Stage;
import lab.problem.FaultyFileException;
import lab.run.RunFolder;
import lab.run.Venue;
import lab.screen.LiveScreen;
import lab.screen.TerminalWidth;
import lab.stack.RunningStack;
import lab.stack.StackCard;
import lab.verify.Submission;
import lab.verify.Verification;
import lab.verify.Verified;
import lab.verify.WarmRig;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lab verify}: grades a stage with real traffic. */
@Command(
    name = "verify",
    description = "Grade a stage: by its files, by what is on record, and with real traffic.",
    footer = {
      "",
      "Traffic goes through a real nginx on a copy of your nginx.conf; the reference",
      "configuration is played first, on the same machine, and yours is judged",
      "against it. A machine that is too busy to tell gives \"inconclusive\", never a",
      "failure. A failure is tried twice, and both are shown.",
      "",
      "Exit code 0 passed, 1 not yet, 3 inconclusive or to be read by a person, 4",
      "environment, 5 when the stage is locked, 130 when Ctrl-C ended it. With --fast",
      "0 tells that no fast check failed: it is no pass, and lab next counts nothing",
      "of it.",
      "",
      "--json gives one object: lab/verify/1, the form of verify.json in the run's",
      "folder. With --repeat 2 or more it is lab/verifications/1: the verdict over",
      "all of them, how many had which, and each of them in that form.",
      "",
      "Examples:",
      "  lab verify                        the stage where you are",
      "  lab verify 08                     another one; you stay where you are",
      "  lab verify --check config-loads   one check, with what it needs",
      "  lab verify --repeat 3             three times: do the verdicts agree?"
    })
public final class VerifyCommand implements Callable<Integer> {
  private static final int MOST_REPEATS = 100;

  @Parameters(
      arity = "0..1",
      paramLabel = "ID|+N|-N",
      completionCandidates = StageIds.class,
      description = "The stage; default: where you are.")
  private Optional<String> name = Optional.empty();

  @Option(names = "--check", paramLabel = "C", description = "Only this check and what it needs.")
  private Optional<String> check = Optional.empty();

  @Option(
      names = "--repeat",
      paramLabel = "N",
      defaultValue = "1",
      description = "Verify N times, 1 to 100, and compare (default ${DEFAULT-VALUE}).")
  private int repeat = 1;

  @Option(
      names = "--speed",
      paramLabel = "K",
      description = "The replay factor (default 10); 1 is real time.")
  private int speed = Venue.USUAL_SPEED;

  @Option(names = "--fast", description = "Only checks that start nothing.")
  private boolean fast;

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Override
  public Integer call() throws IOException, InterruptedException {
    demand(repeat >= 1 && repeat <= MOST_REPEATS, "--repeat is 1 to 100.");
    demand(speed >= 1 && speed <= 100, "--speed is 1 to 100.");
    var desk = Desk.open(spec);
    var stage = desk.stage(name);
    desk.demandCheck(stage, check);
    if (desk.standing().of(stage) == StageState.LOCKED) {
      return NextCommand.locked(desk, stage);
    }
    var all = new ArrayList<Verified>();
    for (int at = 1; at <= repeat; at++) {
      if (repeat > 1) {
        desk.console().say("  verification " + at + " of " + repeat);
      }
      all.add(once(desk, stage));
    }
    var together = Verifications.of(stage, all);
    if (desk.console().json()) {
      desk.console().printJson(repeat > 1 ? together : all.getFirst());
    } else if (repeat > 1) {
      together.lines().forEach(desk.console()::print);
    }
    return exitCode(together.verdict()).code();
  }

  private Verified once(Desk desk, Stage stage) throws IOException, InterruptedException {
    var console = desk.console();
    int columns = TerminalWidth.columns();
    var text = new VerifyText(console.ink(), columns);
    if (!console.json()) {
      text.header(stage).forEach(console::print);
    }
    var settings = new VerifySettings(desk, Submission.ofLearner(desk.workspace().root(), stage));
    otherStack(desk, settings).ifPresent(console::note);
    var wanted = settings.wanted(speed, check, fast);
    var verified = play(desk, stage, wanted, text);
    if (!console.json()) {
      text.footer(stage, verified, firstHint(stage, verified)).forEach(console::print);
    }
    return verified;
  }

  /** Verifies, and says what is kept where Ctrl-C ends it. */
  private Verified play(Desk desk, Stage stage, Verification.Wanted wanted, VerifyText text)
      throws IOException, InterruptedException {
    var state = desk.workspace().state();
    try (var _ = TrafficTurn.take(state, fast);
        var view = view(desk.console(), text)) {
      var folder = RunFolder.next(desk.workspace().runs());
      try (var underWay = UnderWay.run(state, "verify " + stage.number(), folder.id())) {
        var verified = play(desk.console(), wanted, folder, view, underWay, text);
        keep(desk, stage, verified);
        return verified;
      }
    }
  }

  private static Verified play(
      Console console,
      Verification.Wanted wanted,
      RunFolder folder,
      VerifyView view,
      UnderWay underWay,
      VerifyText text)
      throws IOException, InterruptedException {
    try (var _ =
            LastWords.of(
                console,
                () -> {
                  view.stop();
                  underWay.close();
                  return text.stopped(folder.id());
                });
        var warm = WarmRig.forOne()) {
      var verified = Verification.run(wanted, folder, warm, view);
      folder.becomeLatest();
      return verified;
    }
  }

  private void keep(Desk desk, Stage stage, Verified verified) {
    if (check.isEmpty() && !fast) {
      VerifyRecord.keep(desk.journal(), stage, verified);
    } else {
      VerifyRecord.keepPart(desk.journal(), stage, verified);
    }
  }

  /** A stack that is up with other numbers would explain why a look at it shows something else. */
  private Optional<String> otherStack(Desk desk, VerifySettings settings) {
    return new StackCard(desk.workspace().state())
        .running()
        .flatMap(running -> differences(running, settings))
        .filter(others -> !others.isEmpty())
        .map(others ->
            "the stack that is up has other numbers than this stage ("
                + String.join("; ", others)
                + "). Verified on a stack of its own, with yours.");
  }

  /** Empty where stack.yaml is refused: the checks say so that need a stack. */
  private Optional<List<String>> differences(RunningStack running, VerifySettings settings) {
    try {
      return Optional.of(running.differencesTo(settings.settings(speed)));
    } catch (FaultyFileException refused) {
      return Optional.empty();
    }
  }

  private static VerifyView view(Console console, VerifyText text) throws IOException {
    Optional<LiveScreen> screen =
        console.live() && !console.quiet() ? Optional.of(LiveScreen.open()) : Optional.empty();
    return new VerifyView(
        screen,
        console::say,
        result -> {
          if (!console.json()) {
            text.check(result).forEach(console::print);
          }
        });
  }

  /** The question that helps with the first failure. */
  public static Optional<Hint> firstHint(Stage stage, Verified verified) {
    return verified.checks().stream()
        .filter(result -> result.verdict() == Verdict.FAIL)
        .findFirst()
        .flatMap(result -> HintChooser.first(stage, result.check(), result.signs()))
        .filter(hint -> hint.level() == 1);
  }

  /** The exit code of a verdict. */
  public static ExitCode exitCode(Verdict verdict) {
    return switch (verdict) {
      case PASS, SKIPPED -> ExitCode.DONE;
      case FAIL -> ExitCode.NOT_YET;
      case INCONCLUSIVE, ENV_INVALID -> ExitCode.INCONCLUSIVE;
      case LAB_ERROR -> ExitCode.BUG;
    };
  }

  private void demand(boolean holds, String otherwise) {
    if (!holds) {
      throw new ParameterException(spec.commandLine(), otherwise);
    }
  }
}
