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
