package lab.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import lab.stack.machine.Observation;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command {@code lab}: where you are and what comes next, and all other commands below it. */
@Command(
    name = "lab",
    mixinStandardHelpOptions = true,
    scope = ScopeType.INHERIT,
    version = "lab 1.0",
    description = "A concurrency course that you run.",
    subcommands = {
      RunCommand.class,
      UpCommand.class,
      StatusCommand.class,
      DownCommand.class,
      LogsCommand.class,
      DoctorCommand.class,
      ShellCommand.class,
      NginxCommand.class,
      FindingsCommand.class,
      DevCommand.class,
      ExplainCommand.class,
      HelpCommand.class
    })
public final class Main implements Callable<Integer> {
  @Mixin GlobalOptions options = new GlobalOptions();

  @Spec
  @SuppressWarnings("NullAway.Init")
  CommandSpec spec;

  private Main() {}

  public static void main(String[] args) {
    System.exit(commandLine().execute(args));
  }

  /** The whole command tree, ready to run in this process. */
  static CommandLine commandLine() {
    return new CommandLine(new Main())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler(Failures::handle)
        .setParameterExceptionHandler(Failures::usage);
  }

  /** Without a command: looks at the machine and says what to do next. */
  @Override
  public Integer call() {
    var console = console(spec);
    var seen = DoctorCommand.look(workspace(spec));
    if (console.json()) {
      console.printJson(Map.of("schema", "lab/welcome/1", "observations", seen));
    } else {
      welcome(console, seen);
    }
    return DoctorCommand.exitCode(seen).code();
  }

  private static void welcome(Console console, List<Observation> seen) {
    var ink = console.ink();
    console.print("");
    console.print("  " + ink.strong("CONCURRENCY LAB") + "  nothing leaves this machine");
    console.print("");
    DoctorCommand.show(console, seen);
    console.print("");
    console.print("  The pager went off. /check_feed gets 10 requests a second, and its users see");
    console.print("  502s. Then 80 clients opened /stream_feed, and now everything is down.");
    console.print("");
    console.print("  See it happen   " + ink.name("./lab run incident"));
    console.print("  Then compare    " + ink.name("./lab run incident --upstream async"));
    console.print(
        "  Look around     "
            + ink.name("./lab up")
            + "  and  "
            + ink.name("curl -i localhost:8080/"));
    console.print("  The front door  " + ink.name("./lab nginx explain /check_feed"));
    console.print("  Read            WORKBOOK.md      All commands  " + ink.name("./lab --help"));
    console.print("");
  }

  /** The root command above any command of the tree. */
  static Main above(CommandSpec spec) {
    return (Main) spec.root().userObject();
  }

  /** Where the command of {@code spec} writes. */
  static Console console(CommandSpec spec) {
    return Console.of(spec.commandLine(), above(spec).options);
  }

  /** The checkout that the command of {@code spec} works on. */
  static Workspace workspace(CommandSpec spec) {
    return Workspace.find(above(spec).options.root, Path.of(""));
  }
}
