package lab.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import lab.problem.ProblemException;
import lab.problem.UsageException;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Turns what a command throws into words and an exit code: bad usage, problems to put right, bugs
 * of ours.
 */
final class Failures {
  private Failures() {}

  static int usage(ParameterException failure, String[] args) {
    var commandLine = failure.getCommandLine();
    var root = (Main) commandLine.getCommandSpec().root().userObject();
    if (List.of(args).contains("--json")) {
      root.options.json = true;
      Console.of(commandLine, root.options)
          .printJson(
              Map.of("schema", "lab/error/1", "usage", String.valueOf(failure.getMessage())));
      return ExitCode.USAGE.code();
    }
    var err = commandLine.getErr();
    err.println(failure.getMessage());
    if (!UnmatchedArgumentException.printSuggestions(failure, err)) {
      err.println("Try: " + commandLine.getCommandSpec().qualifiedName() + " --help");
    }
    err.flush();
    return ExitCode.USAGE.code();
  }

  static int handle(Exception failure, CommandLine commandLine, ParseResult parsed) {
    var console = Console.of(commandLine, Main.above(commandLine.getCommandSpec()).options);
    if (failure instanceof ProblemException problems) {
      console.show(problems.problems());
      return (problems instanceof UsageException ? ExitCode.USAGE : ExitCode.ENVIRONMENT).code();
    }
    var environment = EnvironmentFault.in(failure);
    if (environment.isPresent()) {
      console.show(List.of(environment.get()));
      return ExitCode.ENVIRONMENT.code();
    }
    var trace = new StringWriter();
    failure.printStackTrace(new PrintWriter(trace));
    if (console.json()) {
      console.printJson(Map.of("schema", "lab/error/1", "bug", String.valueOf(failure)));
    }
    console
        .err()
        .println("This is a bug in the lab: " + failure + saved(trace.toString(), commandLine));
    console.err().flush();
    return ExitCode.BUG.code();
  }

  private static String saved(String trace, CommandLine commandLine) {
    for (var folder : List.of(folder(commandLine), temporary())) {
      try {
        Files.createDirectories(folder);
        var file = Files.createTempFile(folder, "bug-", ".txt");
        Files.writeString(file, trace);
        return ". The trace is in " + file;
      } catch (IOException | RuntimeException e) {
        // Then in the next folder.
      }
    }
    return ". Its trace could not be saved anywhere";
  }

  private static Path folder(CommandLine commandLine) {
    try {
      return Main.workspace(commandLine.getCommandSpec()).state().resolve("bugs");
    } catch (ProblemException notInACheckout) {
      return temporary();
    }
  }

  private static Path temporary() {
    return Path.of(System.getProperty("java.io.tmpdir"));
  }
}
