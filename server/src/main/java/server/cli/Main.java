package server.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;
import server.settings.StartFailure;

/**
 * The system under study: {@code java -jar server.jar PROGRAM [options]}.
 *
 * <p>Exit codes: 0 done, 2 usage, 4 environment (port taken, no feed to talk to), 143 and 130 after
 * SIGTERM and SIGINT.
 */
@Command(
    name = "server",
    mixinStandardHelpOptions = true,
    version = "server 1.0",
    description = "The system under study: a slow feed, and one web application in four modes.",
    footer = {
      "",
      "When it serves, a program prints one line: ready MODE pid=PID port=PORT.",
      "The log goes to standard error. Exit codes: 2 usage, 4 environment.",
      "By hand:  java -jar server.jar feed   and then   java -jar server.jar pooled"
    },
    subcommands = {
      FeedCommand.class,
      SyncCommand.class,
      PooledCommand.class,
      AsyncCommand.class,
      VirtualCommand.class,
      CalibrateCommand.class,
      FaultCommand.class,
      WorkerCommand.class,
      TrainCommand.class
    })
public final class Main {
  private static final int ENVIRONMENT = 4;

  private Main() {}

  public static void main(String[] args) {
    Logging.oneLineEach();
    System.exit(
        new CommandLine(new Main())
            .setCaseInsensitiveEnumValuesAllowed(true)
            .setParameterExceptionHandler(Main::usage)
            .setExecutionExceptionHandler(Main::failure)
            .execute(args));
  }

  private static int usage(ParameterException problem, String[] args) {
    var command = problem.getCommandLine();
    command
        .getErr()
        .printf(
            "%s: %s; try %s --help%n",
            command.getCommandSpec().qualifiedName(),
            problem.getMessage(),
            command.getCommandSpec().qualifiedName());
    return CommandLine.ExitCode.USAGE;
  }

  private static int failure(Exception problem, CommandLine command, CommandLine.ParseResult parsed)
      throws Exception {
    return switch (problem) {
      case StartFailure failure -> {
        command
            .getErr()
            .printf(
                "%s: %s; %s%n",
                command.getCommandSpec().qualifiedName(), failure.getMessage(), failure.next());
        yield ENVIRONMENT;
      }
      case IllegalArgumentException refused ->
          usage(new ParameterException(command, refused.getMessage()), new String[0]);
      default -> throw problem;
    };
  }
}
