package lab.cli.stack;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import lab.cli.ExitCode;
import lab.cli.Main;
import lab.problem.Problem;
import lab.problem.ProblemException;
import lab.stack.RunningStack;
import lab.stack.StackCard;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lab logs}: what the programs of the stack that is up have written. */
@Command(
    name = "logs",
    description = "Print the logs of the stack that is up, all or one program's; -f follows them.",
    footer = {"", "Examples:", "  lab logs", "  lab logs sync -f", "  lab logs nginx -n 200"})
public final class LogsCommand implements Callable<Integer> {
  private static final int POLL_MILLIS = 100;

  @Option(
      names = {"-f", "--follow"},
      description = "Go on printing until Ctrl-C or the end of the stack.")
  private boolean follow;

  @Option(
      names = {"-n", "--lines"},
      defaultValue = "50",
      paramLabel = "N",
      description = "How many of the last lines of each log (default ${DEFAULT-VALUE}).")
  private int lines = 50;

  @Parameters(
      arity = "0..1",
      paramLabel = "NAME",
      description = "feed, sync, pooled, async, virtual or nginx.")
  private Optional<String> name = Optional.empty();

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Override
  public Integer call() throws IOException, InterruptedException {
    var console = Main.console(spec);
    var card = new StackCard(Main.workspace(spec).state());
    var stack =
        card.running()
            .orElseThrow(() ->
                new ProblemException(
                    new Problem(
                        "Nothing is up, so that there are no logs to show.",
                        "",
                        "lab up, or read the logs of a run in .lab/runs/latest/stack/logs")));
    var tails = open(stack);
    var names = new LogNames(console);
    for (var tail : tails) {
      for (var line : tail.last(lines)) {
        console.print(names.prefix(tail.name()) + line);
      }
    }
    while (follow && card.running().isPresent()) {
      for (var tail : tails) {
        for (var line = tail.next(); line.isPresent(); line = tail.next()) {
          console.print(names.prefix(tail.name()) + line.get());
        }
      }
      TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
    }
    return ExitCode.DONE.code();
  }

  private List<Tail> open(RunningStack stack) throws IOException {
    var known = stack.children().keySet();
    if (name.isPresent() && !known.contains(name.get())) {
      throw new ProblemException(
          new Problem(
              "There is no program " + name.get() + ".", "", "one of: " + String.join(" ", known)));
    }
    var tails = new ArrayList<Tail>();
    for (var program : known.stream().sorted().toList()) {
      if (name.isEmpty() || name.get().equals(program)) {
        tails.add(new Tail(program, stack.folder().resolve("logs").resolve(program + ".log")));
      }
    }
    return tails;
  }

  /** One log, read to its end so far. */
  private static final class Tail {
    private final String name;
    private final BufferedReader reader;
    private final StringBuilder unfinished = new StringBuilder();

    Tail(String name, Path file) throws IOException {
      this.name = name;
      this.reader = Files.newBufferedReader(file);
    }

    String name() {
      return name;
    }

    List<String> last(int count) throws IOException {
      var kept = new ArrayList<String>();
      for (var line = next(); line.isPresent(); line = next()) {
        kept.add(line.get());
      }
      return kept.subList(Math.max(0, kept.size() - count), kept.size());
    }

    /** The next whole line; empty when none has been finished yet. */
    Optional<String> next() throws IOException {
      for (int read = reader.read(); read >= 0; read = reader.read()) {
        if (read == '\n') {
          var line = unfinished.toString();
          unfinished.setLength(0);
          return Optional.of(line);
        }
        unfinished.append((char) read);
      }
      return Optional.empty();
    }
  }
}
