package lab.cli.stack;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import lab.cli.ExitCode;
import lab.cli.Main;
import lab.problem.Problem;
import lab.problem.ProblemException;
import lab.problem.UsageException;
import lab.stack.Program;
import lab.stack.RunningStack;
import lab.stack.StackCard;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lab logs}: what the programs of the stack that is up have written. */
@Command(
    name = "logs",
    description = "Print the logs of the stack that is up, all or one program's; -f follows them.",
    footer = {
      "",
      "nginx's lines are those of its error log, too.",
      "--json prints one object, and with -f one object a line.",
      "",
      "Examples:",
      "  lab logs",
      "  lab logs sync -f",
      "  lab logs nginx -n 200"
    })
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
    if (lines < 0) {
      throw new ParameterException(spec.commandLine(), "--lines must not be negative: " + lines);
    }
    name.ifPresent(LogsCommand::demandProgram);
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
    try {
      if (follow) {
        follow(card, tails);
      } else {
        show(tails);
      }
    } finally {
      for (var tail : tails) {
        tail.close();
      }
    }
    return ExitCode.DONE.code();
  }

  private static void demandProgram(String name) {
    var known = Stream.of(Program.values()).map(Program::label).toList();
    if (!known.contains(name)) {
      throw new UsageException(
          new Problem(
              "There is no program " + name + ".", "", "one of: " + String.join(" ", known)));
    }
  }

  private void show(List<LogTail> tails) throws IOException {
    var console = Main.console(spec);
    if (!console.json()) {
      for (var tail : tails) {
        tail.last(lines).forEach(line -> print(tail.program(), line));
      }
      return;
    }
    var logs = new TreeMap<String, List<String>>();
    for (var tail : tails) {
      logs.computeIfAbsent(tail.program(), _ -> new ArrayList<>()).addAll(tail.last(lines));
    }
    console.printJson(Map.of("schema", "lab/logs/1", "logs", logs));
  }

  private void follow(StackCard card, List<LogTail> tails)
      throws IOException, InterruptedException {
    for (var tail : tails) {
      tail.last(lines).forEach(line -> print(tail.program(), line));
    }
    while (card.running().isPresent()) {
      for (var tail : tails) {
        tail.fresh().forEach(line -> print(tail.program(), line));
      }
      TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
    }
  }

  private void print(String program, String line) {
    var console = Main.console(spec);
    if (console.json()) {
      console.printJsonLine(Map.of("schema", "lab/log/1", "program", program, "line", line));
    } else {
      console.print(new LogNames(console).prefix(program) + line);
    }
  }

  private List<LogTail> open(RunningStack stack) {
    var tails = new ArrayList<LogTail>();
    for (var program : stack.children().keySet().stream().sorted().toList()) {
      if (name.isEmpty() || name.get().equals(program)) {
        tails.add(LogTail.of(program, stack.folder().resolve("logs").resolve(program + ".log")));
        if (program.equals(Program.NGINX.label())) {
          tails.add(LogTail.of(program, stack.nginxErrors()));
        }
      }
    }
    return tails;
  }
}
