package lab.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import lab.cli.course.CompletionCommand;
import lab.cli.course.ExplainCommand;
import lab.cli.course.HintCommand;
import lab.cli.course.ListCommand;
import lab.cli.course.NextCommand;
import lab.cli.course.OpenCommand;
import lab.cli.course.PredictCommand;
import lab.cli.course.ResumeCard;
import lab.cli.dev.DevCommand;
import lab.cli.nginx.NginxCommand;
import lab.cli.progress.GotoCommand;
import lab.cli.progress.InitCommand;
import lab.cli.progress.ResetCommand;
import lab.cli.progress.StateCommand;
import lab.cli.progress.UndoCommand;
import lab.cli.run.DiffCommand;
import lab.cli.run.RunCommand;
import lab.cli.run.ShowCommand;
import lab.cli.shell.ShellCommand;
import lab.cli.stack.DoctorCommand;
import lab.cli.stack.DownCommand;
import lab.cli.stack.LogsCommand;
import lab.cli.stack.StatusCommand;
import lab.cli.stack.UpCommand;
import lab.cli.verify.VerifyCommand;
import lab.cli.watch.WatchCommand;
import lab.cli.writeup.FindingsCommand;
import lab.course.variation.Incident;
import lab.course.variation.Numbers;
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
      NextCommand.class,
      PredictCommand.class,
      RunCommand.class,
      VerifyCommand.class,
      WatchCommand.class,
      HintCommand.class,
      ListCommand.class,
      ShowCommand.class,
      DiffCommand.class,
      GotoCommand.class,
      ResetCommand.class,
      UndoCommand.class,
      OpenCommand.class,
      InitCommand.class,
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
      StateCommand.class,
      CompletionCommand.class,
      HelpCommand.class
    },
    footer = {
      "",
      "Examples:",
      "  lab                   where you are; the first time, a look at the machine",
      "  lab next              what comes next",
      "  lab run incident      see it happen",
      "  lab verify            grade the stage where you are",
      "  lab run --help        what a command takes, with examples"
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

  /** Without a command: where you are; the first time, a look at the machine and a welcome. */
  @Override
  public Integer call() {
    var console = console(spec);
    var resume = ResumeCard.of(spec);
    if (resume.isPresent()) {
      if (console.json()) {
        console.printJson(resume.get().json());
      } else {
        resume.get().show();
      }
      return ExitCode.DONE.code();
    }
    var seen = DoctorCommand.look(workspace(spec));
    if (console.json()) {
      console.printJson(Map.of("schema", "lab/welcome/1", "observations", seen));
    } else {
      welcome(console, seen, numbers(spec));
    }
    return DoctorCommand.exitCode(seen).code();
  }

  /** The learner may have been named already, and then waits for an incident of their own. */
  private static Numbers numbers(CommandSpec spec) {
    // What there is to be told of the journal was told when the resume was looked for.
    var learner = workspace(spec).journal(_ -> {}).progress().learner();
    return Numbers.of(learner.variation(Incident.NIGHT), learner);
  }

  private static void welcome(Console console, List<Observation> seen, Numbers numbers) {
    var ink = console.ink();
    console.print("");
    console.print("  " + ink.strong("CONCURRENCY LAB") + "  nothing leaves this machine");
    console.print("");
    DoctorCommand.show(console, seen);
    console.print("");
    console.print(
        numbers.in(
            "  The pager went off. /check_feed gets {rate} requests a second, and its users see"));
    console.print(
        numbers.in(
            "  502s. Then {streams} clients opened /stream_feed, and now everything is down."));
    console.print("");
    console.print("  Start           " + ink.name("./lab next"));
    console.print("  See it happen   " + ink.name("./lab run incident"));
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
  public static Console console(CommandSpec spec) {
    return Console.of(spec.commandLine(), above(spec).options);
  }

  /** From now on every JSON result of this command is one line, for there will be several. */
  public static void expectJsonLines(CommandSpec spec) {
    above(spec).options.jsonLines = true;
  }

  /** Whether a question may be asked: somebody sits there, and did not forbid it. */
  public static boolean mayAsk(CommandSpec spec) {
    return !above(spec).options.noInput
        && !console(spec).json()
        && Optional.ofNullable(System.console()).filter(java.io.Console::isTerminal).isPresent();
  }

  /** The checkout that the command of {@code spec} works on. */
  public static Workspace workspace(CommandSpec spec) {
    return Workspace.find(above(spec).options.root, Path.of(""));
  }
}
