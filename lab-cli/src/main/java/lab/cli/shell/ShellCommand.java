package lab.cli.shell;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import lab.cli.Console;
import lab.cli.ExitCode;
import lab.cli.Main;
import lab.cli.Workspace;
import lab.cli.run.Span;
import lab.jshell.shell.Shell;
import lab.screen.TerminalWidth;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lab shell}: Java that runs as you type it, with the lab at hand. */
@Command(
    name = "shell",
    description = "Try things in Java: ask, load, watch and break the application, line by line.",
    footer = {
      "",
      "Your code runs in a JVM of its own: what it breaks is not the lab. From a pipe",
      "it reads lines and prints results; exit code 1 when one of them failed.",
      "",
      "Examples:",
      "  lab shell",
      "  lab shell exercises/05-three-models/fixed-pool.jsh",
      "  echo 'capacity(2, 2.5)' | lab shell -q"
    })
public final class ShellCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "FILE",
      arity = "0..*",
      description = "Files of snippets to evaluate first, in order.")
  private List<Path> files = List.of();

  @Option(
      names = "--limit",
      paramLabel = "T",
      defaultValue = "5m",
      converter = Span.class,
      description = "How long one snippet may take, such as 90s (default ${DEFAULT-VALUE}).")
  private Duration limit = Duration.ofMinutes(5);

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Override
  public Integer call() throws IOException, InterruptedException {
    var console = Main.console(spec);
    var workspace = Main.workspace(spec);
    if (console.json()) {
      throw new ParameterException(
          spec.commandLine(), "lab shell prints values as Java shows them: leave --json out");
    }
    files.stream()
        .filter(file -> !Files.isRegularFile(file))
        .findFirst()
        .ifPresent(file -> {
          throw new ParameterException(spec.commandLine(), "there is no file " + file);
        });
    boolean talks = console.live();
    if (talks) {
      console.say("Java, with the lab at hand. /help shows what; Ctrl-D ends it.");
    }
    try (var shell =
        Shell.open(settings(console, workspace), new ShellStacks(workspace, console::say))) {
      boolean well = shell.load(files.stream().map(Path::toString).toList());
      if (talks) {
        shell.converse();
        return ExitCode.DONE.code();
      }
      var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
      well &= shell.read(in);
      return (well ? ExitCode.DONE : ExitCode.NOT_YET).code();
    }
  }

  private Shell.Settings settings(Console console, Workspace workspace) {
    return new Shell.Settings(
        workspace.state().resolve("jshell"),
        limit,
        console::print,
        line -> {
          console.err().println(line);
          console.err().flush();
        },
        text -> {
          console.out().print(text);
          console.out().flush();
        },
        console.ink(),
        TerminalWidth.columns());
  }
}
