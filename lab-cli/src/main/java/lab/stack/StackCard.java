package lab.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Finds the stack that is up in a checkout, and ends it, from another process than the one that
 * started it.
 */
public final class StackCard {
  private static final Duration DOWN_LIMIT = Duration.ofSeconds(6);

  private final Path state;

  /**
   * Looks into one checkout.
   *
   * @param state its {@code .lab}
   */
  public StackCard(Path state) {
    this.state = state;
  }

  /** One line of {@code .lab/processes}. */
  record Listed(String name, ProcessId process, String nonce) {}

  /** The stack that is up; empty when there is none or its supervisor has ended. */
  public Optional<RunningStack> running() {
    try {
      return StateFiles.read(state.resolve("stack.json"), RunningStack.class)
          .filter(stack -> stack.supervisor().live().isPresent());
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }

  /**
   * Ends the stack that is up, and whatever an ended supervisor may have left; only what carries
   * our nonce.
   *
   * @return what was ended, by name; what was left over, with its pid
   */
  public List<String> down() {
    var ended = new ArrayList<String>();
    var listed = listed();
    running()
        .flatMap(stack -> stack.supervisor().live())
        .ifPresent(supervisor -> {
          supervisor.destroy();
          await(supervisor);
          listed.forEach(child -> ended.add(child.name()));
        });
    for (var child : listed) {
      child
          .process()
          .live()
          .filter(process -> carries(process, child.nonce()))
          .ifPresent(process -> {
            var tree = process.descendants().toList();
            process.destroyForcibly();
            tree.forEach(ProcessHandle::destroyForcibly);
            ended.add(child.name() + " (pid " + process.pid() + ", left over)");
          });
    }
    forget();
    return ended;
  }

  private List<Listed> listed() {
    try {
      return JsonMapper.builder()
          .build()
          .readValue(
              Files.readString(state.resolve("processes")), new TypeReference<List<Listed>>() {});
    } catch (IOException | RuntimeException none) {
      return List.of();
    }
  }

  /**
   * Whether the process' own command line holds the nonce: a pid alone is no proof that it is ours.
   */
  private static boolean carries(ProcessHandle process, String nonce) {
    return process.info().commandLine().filter(line -> line.contains(nonce)).isPresent();
  }

  private static void await(ProcessHandle supervisor) {
    try {
      supervisor.onExit().get(DOWN_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException e) {
      supervisor.destroyForcibly();
    }
  }

  private void forget() {
    for (var name : List.of("stack.json", "processes")) {
      try {
        Files.deleteIfExists(state.resolve(name));
      } catch (IOException keptButStale) {
        // Its supervisor has ended, so that nobody takes it for a stack that is up.
      }
    }
  }
}
