package lab.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
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
      UpCommand.class,
      StatusCommand.class,
      DownCommand.class,
      LogsCommand.class,
      DoctorCommand.class,
      NginxCommand.class,
      FindingsCommand.class,
      DevCommand.class,
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

  @Override
  public Integer call() {
    spec.commandLine().usage(spec.commandLine().getOut());
    return ExitCode.DONE.code();
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
