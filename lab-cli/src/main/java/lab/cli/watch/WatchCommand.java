package lab.cli.watch;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import lab.cli.Console;
import lab.cli.ExitCode;
import lab.cli.Main;
import lab.cli.course.Desk;
import lab.cli.verify.VerifyCommand;
import lab.cli.verify.VerifyRecord;
import lab.cli.watch.Agenda.Work;
import lab.screen.KeyScreen;
import lab.screen.TerminalWidth;
import lab.verify.WarmRig;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code lab watch}: checks at every save. */
@Command(
    name = "watch",
    description = "Check the stage where you are at every save; verify it at a key.",
    footer = {
      "",
      "A save of one of the stage's files or of one that nginx.conf includes, a",
      "prediction or a run in another terminal: within a second the checks that start",
      "nothing are made again. The key v makes the others, with real traffic; what",
      "they need stays up for the next v. What you save meanwhile is checked",
      "afterwards. The keys that are shown are the keys that work now: n once the",
      "stage has passed, d once its reference may be seen, z while a reset, goto,",
      "next or import can be undone; z names it first.",
      "",
      "Without a terminal, and with --plain: whole lines, and a letter and enter is a",
      "key. It ends at q, at the end of its input, and with a signal. With --json",
      "what each check and each key brings is an object on a line of its own.",
      "",
      "Examples:",
      "  lab watch                     until q",
      "  lab watch --once              one fast pass; exit codes as of lab verify",
      "  lab watch --plain             whole lines only"
    })
public final class WatchCommand implements Callable<Integer> {
  @Option(names = "--once", description = "One pass of the fast checks, then the exit code.")
  private boolean once;

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (once) {
      return once().code();
    }
    Main.expectJsonLines(spec);
    try (var front = front(Main.console(spec))) {
      return new Watch(front, () -> Desk.open(spec)).run().code();
    }
  }

  private static Front front(Console console) throws IOException {
    return console.live()
        ? new TerminalFront(KeyScreen.open(), console.ink())
        : new LineFront(System.in, console::say, System::nanoTime);
  }

  private ExitCode once() throws IOException, InterruptedException {
    var desk = Desk.open(spec);
    var stage = desk.stage(Optional.empty());
    var console = desk.console();
    int columns = TerminalWidth.columns();
    var text = new WatchText(stage, Work.FAST, console.ink(), columns);
    try (var warm = WarmRig.forOne()) {
      var verified = new Pass(desk, stage, Work.FAST, warm).judge(_ -> {});
      VerifyRecord.keepPart(desk.journal(), stage, verified);
      if (console.json()) {
        console.printJson(verified);
      } else {
        text.header(List.of()).forEach(console::print);
        verified.checks().forEach(result -> text.check(result).forEach(console::print));
        text.footer(verified, desk.standing().of(stage).done()).forEach(console::print);
      }
      return VerifyCommand.exitCode(verified.verdict());
    }
  }
}
