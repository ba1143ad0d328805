package lab.stack.supervisor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lab.stack.ProcessId;
import lab.stack.RunningStack;
import lab.stack.StackPlan;
import lab.stack.StateFiles;

/**
 * What a supervisor leaves in the checkout for other labs to find: the list of its processes, and
 * the card of the stack once it is ready.
 *
 * @param plan of the stack
 */
record StackFiles(StackPlan plan) {
  void makeFolders() throws IOException {
    Files.createDirectories(plan.state());
    Files.createDirectories(plan.folder());
  }

  /**
   * Takes away what an earlier stack wrote in the same folder: a log tells of one stack. Only for
   * the holder of the lock.
   *
   * @throws IOException when it cannot be taken away
   */
  void clearLogs() throws IOException {
    Files.createDirectories(plan.logs());
    try (var logs = Files.list(plan.logs());
        var plans = Files.newDirectoryStream(plan.folder(), "plan-*.json")) {
      for (var log : logs.toList()) {
        Files.deleteIfExists(log);
      }
      for (var other : plans) {
        if (!other.equals(plan.file())) {
          Files.deleteIfExists(other);
        }
      }
    }
    Files.deleteIfExists(plan.nginxErrors());
    Files.deleteIfExists(plan.trace());
  }

  Path lock() {
    return plan.state().resolve("stack.lock");
  }

  /** Who runs, for whoever has to end what an ended supervisor left. */
  void writeProcesses(List<Child> children) throws IOException {
    var list = new ArrayList<Map<String, Object>>();
    for (var child : children) {
      list.add(Map.of("name", child.name(), "process", child.launched(), "nonce", plan.nonce()));
    }
    StateFiles.write(processes(), list);
  }

  /** That the stack is up, and where. */
  void writeCard(List<Child> children, boolean detached) throws IOException {
    var ids = new LinkedHashMap<String, ProcessId>();
    children.forEach(child -> ids.put(child.name(), child.id()));
    StateFiles.write(
        card(),
        new RunningStack(
            plan.nonce(),
            ProcessId.of(ProcessHandle.current()),
            plan.folder(),
            plan.speed(),
            plan.ports(),
            plan.hashIterations(),
            plan.settings(),
            plan.build(),
            plan.eventSocket(),
            ids,
            Instant.now(),
            detached));
  }

  /** Takes all of it away, with the sockets. */
  void clearAway() {
    var leftovers =
        List.of(card(), processes(), plan.eventSocket(), plan.feedControl(), plan.sockets());
    for (var leftover : leftovers) {
      try {
        Files.deleteIfExists(leftover);
      } catch (IOException e) {
        System.err.println("left behind: " + leftover + ": " + e.getMessage());
      }
    }
  }

  private Path card() {
    return plan.state().resolve("stack.json");
  }

  private Path processes() {
    return plan.state().resolve("processes");
  }
}
