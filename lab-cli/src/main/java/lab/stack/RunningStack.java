package lab.stack;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The card of a stack that is up, kept in {@code .lab/stack.json} for as long as it is.
 *
 * @param nonce the stack's own
 * @param supervisor the process that ends all others
 * @param folder where logs and events are
 * @param speed the replay factor
 * @param ports who listens where
 * @param hashIterations work of {@code /hash_me}, by mode
 * @param settings how the programs were set up; empty where an older lab wrote the card
 * @param build which build of the programs runs; empty where an older lab wrote the card
 * @param eventSocket where programs report; its folder also holds the feed's control socket
 * @param children the processes by name
 * @param since when it was ready
 * @param detached whether it goes on without a terminal
 */
public record RunningStack(
    String nonce,
    ProcessId supervisor,
    Path folder,
    int speed,
    Map<Program, Integer> ports,
    Map<Program, Integer> hashIterations,
    Optional<StackSettings> settings,
    Optional<String> build,
    Path eventSocket,
    Map<String, ProcessId> children,
    Instant since,
    boolean detached) {
  public RunningStack {
    ports = Map.copyOf(ports);
    hashIterations = Map.copyOf(hashIterations);
    children = Map.copyOf(children);
  }

  /**
   * What this stack has that one with other settings would not have; nothing where that is not
   * known.
   *
   * @param wanted the settings that somebody expects
   */
  public List<String> differencesTo(StackSettings wanted) {
    return settings.map(wanted::differencesTo).orElse(List.of());
  }

  /** The port that a program listens on. */
  public int port(Program program) {
    return Objects.requireNonNull(ports.get(program), program.label());
  }

  /** The process of a child; empty when the stack has none of that name. */
  public Optional<ProcessId> child(String name) {
    return Optional.ofNullable(children.get(name));
  }

  /** The Unix socket on which the feed takes orders to fail. */
  public Path feedControl() {
    return eventSocket.resolveSibling("feed");
  }

  /** Tells whether its processes still live. */
  public Liveness liveness() {
    return new ProcessLiveness(this);
  }

  /** The file that keeps what a child writes. */
  public Path log(String child) {
    return folder.resolve("logs").resolve(child + ".log");
  }

  /** nginx's error log, which is none of the logs that its output is kept in. */
  public Path nginxErrors() {
    return folder.resolve("error.log");
  }

  /** What the programs reported, one JSON object a line. */
  public Path events() {
    return folder.resolve("events.ndjson");
  }
}
