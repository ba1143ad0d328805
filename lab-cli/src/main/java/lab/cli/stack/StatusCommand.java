package lab.cli.stack;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import lab.cli.Console;
import lab.cli.ExitCode;
import lab.cli.Main;
import lab.cli.RunText;
import lab.screen.TerminalWidth;
import lab.stack.ProcessId;
import lab.stack.Program;
import lab.stack.RunningStack;
import lab.stack.StackCard;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code lab status}: who of the stack listens where, and whether it lives. */
@Command(
    name = "status",
    description = "Show the stack that is up: programs, ports, pids.",
    footer = {
      "",
      "Exit code 0 when all of it is up, 1 when nothing is or a part has died.",
      "",
      "Examples:",
      "  lab status",
      "  lab status --json    with the nonce that its answers carry"
    })
public final class StatusCommand implements Callable<Integer> {
  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Override
  public Integer call() {
    var console = Main.console(spec);
    var running = new StackCard(Main.workspace(spec).state()).running();
    if (console.json()) {
      console.printJson(json(running));
    } else if (running.isEmpty()) {
      console.print("Nothing is up.  Start it: lab up    or replay the incident: lab run incident");
    } else {
      table(console, running.get()).forEach(console::print);
    }
    return running.filter(StatusCommand::whole).isPresent()
        ? ExitCode.DONE.code()
        : ExitCode.NOT_YET.code();
  }

  /** The table of who listens where. */
  static List<String> table(Console console, RunningStack stack) {
    var lines = new ArrayList<String>();
    lines.add(
        console
            .ink()
            .strong("  %-8s  %-22s  %8s  %s".formatted("PROGRAM", "ADDRESS", "PID", "STATE")));
    for (var program : Program.values()) {
      lines.add(
          "  %-8s  %-22s  %8s  %s"
              .formatted(
                  program.label(),
                  "http://127.0.0.1:" + stack.port(program),
                  process(stack, program).map(id -> Long.toString(id.pid())).orElse("-"),
                  lives(stack, program) ? console.ink().good("up") : console.ink().bad("DEAD")));
    }
    int columns = TerminalWidth.columns();
    lines.addAll(
        RunText.wrap(
            "  speed " + stack.speed() + "  ",
            "every duration divided by it, every rate multiplied; in-flight counts stay true",
            columns));
    lines.add("  logs   " + stack.folder().resolve("logs"));
    return lines;
  }

  private static Map<String, Object> json(Optional<RunningStack> running) {
    var object = new LinkedHashMap<String, Object>();
    object.put("schema", "lab/status/1");
    object.put("up", running.isPresent());
    running.ifPresent(stack -> {
      object.put("nonce", stack.nonce());
      object.put("speed", stack.speed());
      object.put("since", stack.since().toString());
      object.put("detached", stack.detached());
      var programs = new ArrayList<Map<String, Object>>();
      for (var program : Program.values()) {
        programs.add(
            Map.of(
                "program", program.label(),
                "port", stack.port(program),
                "pid", process(stack, program).map(ProcessId::pid).orElse(0L),
                "up", lives(stack, program)));
      }
      object.put("programs", programs);
      object.put("folder", stack.folder().toString());
    });
    return object;
  }

  private static boolean whole(RunningStack stack) {
    return List.of(Program.values()).stream().allMatch(program -> lives(stack, program));
  }

  private static boolean lives(RunningStack stack, Program program) {
    return process(stack, program).flatMap(ProcessId::live).isPresent();
  }

  private static Optional<ProcessId> process(RunningStack stack, Program program) {
    return stack.child(program.label());
  }
}
