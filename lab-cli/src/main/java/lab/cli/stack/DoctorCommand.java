package lab.cli.stack;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import lab.cli.Console;
import lab.cli.ExitCode;
import lab.cli.Main;
import lab.cli.RunText;
import lab.cli.Workspace;
import lab.screen.TerminalWidth;
import lab.stack.StackCard;
import lab.stack.machine.Checkup;
import lab.stack.machine.Observation;
import lab.stack.machine.Observation.Level;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code lab doctor}: looks at the machine and says how to put right what is in the way. */
@Command(
    name = "doctor",
    description = "Check JDK, nginx, ports, limits, cores, load and clock; one fix line each.",
    footer = {"", "Examples:", "  lab doctor", "  lab doctor --json"})
public final class DoctorCommand implements Callable<Integer> {
  private static final int WIDEST = 80;

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Override
  public Integer call() {
    return tell(Main.console(spec), look(Main.workspace(spec))).code();
  }

  /** Says what was seen, as it was asked for, and what follows from it. */
  static ExitCode tell(Console console, List<Observation> seen) {
    if (console.json()) {
      console.printJson(Map.of("schema", "lab/doctor/1", "observations", seen));
    } else {
      show(console, seen);
    }
    return exitCode(seen);
  }

  public static List<Observation> look(Workspace workspace) {
    return new Checkup(
            workspace.state(), System.getenv(), new StackCard(workspace.state()).running())
        .look();
  }

  public static void show(Console console, List<Observation> seen) {
    show(console, seen, Math.min(WIDEST, TerminalWidth.columns()));
  }

  /** The same for a screen of so many columns. */
  static void show(Console console, List<Observation> seen, int columns) {
    for (var one : seen) {
      var start = "  " + mark(console, one.level()) + "  " + "%-11s".formatted(one.subject());
      RunText.wrap(start, one.saw(), columns).forEach(console::print);
      if (!one.fix().isEmpty()) {
        RunText.wrap(" ".repeat(19) + "fix: ", one.fix(), columns).forEach(console::print);
      }
    }
  }

  public static ExitCode exitCode(List<Observation> seen) {
    return seen.stream().anyMatch(one -> one.level() == Level.FAIL)
        ? ExitCode.ENVIRONMENT
        : ExitCode.DONE;
  }

  private static String mark(Console console, Level level) {
    return switch (level) {
      case OK -> console.ink().good("ok  ");
      case WARN -> console.ink().warn("warn");
      case FAIL -> console.ink().bad("FAIL");
    };
  }
}
