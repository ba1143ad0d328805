package lab.stack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import lab.problem.Problem;

/** Looks at the processes of a stack whose supervisor tells another lab, not this one. */
final class ProcessLiveness implements Liveness {
  /** More than a supervisor takes from the end of its first child to its own. */
  private static final Duration DOWN_LIMIT = Duration.ofSeconds(8);

  private static final int LINES_SHOWN = 10;

  private final RunningStack stack;
  private final Optional<ProcessHandle> supervisor;
  private final Map<String, Optional<ProcessHandle>> children = new TreeMap<>();

  ProcessLiveness(RunningStack stack) {
    this.stack = stack;
    this.supervisor = stack.supervisor().live();
    stack.children().forEach((name, process) -> children.put(name, process.live()));
  }

  @Override
  public Optional<Problem> loss() {
    var ended =
        children.entrySet().stream()
            .filter(child -> !lives(child.getValue()))
            .map(Map.Entry::getKey)
            .findFirst();
    if (ended.isEmpty() && lives(supervisor)) {
      return Optional.empty();
    }
    // Where all of it goes down, the children end first.
    return Optional.of(supervisorEnds() ? down() : died(ended.orElseThrow()));
  }

  private static boolean lives(Optional<ProcessHandle> process) {
    return process.filter(ProcessHandle::isAlive).isPresent();
  }

  private boolean supervisorEnds() {
    if (supervisor.isEmpty()) {
      return true;
    }
    try {
      supervisor.get().onExit().get(DOWN_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException stillThere) {
      // Said by what follows.
    }
    return !lives(supervisor);
  }

  private Problem down() {
    return new Problem(
        "The stack that was up went down.",
        "supervisor pid " + stack.supervisor().pid(),
        "run again: without a stack that is up, a run starts one of its own");
  }

  private Problem died(String child) {
    var said = lastLines(child);
    return new Problem(
        child
            + " has ended. "
            + (said.isEmpty()
                ? "It wrote nothing."
                : "Its last lines:\n" + String.join("\n", said)),
        stack.log(child).toString(),
        "lab down, then run again; lab doctor checks the machine");
  }

  private List<String> lastLines(String child) {
    try {
      var lines = Files.readAllLines(stack.log(child), StandardCharsets.ISO_8859_1);
      return lines.subList(Math.max(0, lines.size() - LINES_SHOWN), lines.size());
    } catch (IOException noLog) {
      return List.of();
    }
  }
}
