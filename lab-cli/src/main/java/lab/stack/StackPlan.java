package lab.stack;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * All that a supervisor needs to know to bring one stack up and to take it down.
 *
 * @param nonce marks every process and every answer of this stack
 * @param folder where its logs, its generated nginx.conf and its events are kept
 * @param sockets a folder with a short name for Unix sockets, whose paths the system limits to
 *     about 100 bytes
 * @param state the checkout's {@code .lab}, which holds the lock, the list of processes and the
 *     card of the stack
 * @param speed the replay factor of every program
 * @param ports who listens where
 * @param hashIterations calibrated work of {@code /hash_me}, by mode
 * @param settings how the programs are set up, for the card; empty where they are none of ours
 * @param build which build of the programs runs; empty where they are none of ours
 * @param children the processes, feed first and nginx last
 */
public record StackPlan(
    String nonce,
    Path folder,
    Path sockets,
    Path state,
    int speed,
    Map<Program, Integer> ports,
    Map<Program, Integer> hashIterations,
    Optional<StackSettings> settings,
    Optional<String> build,
    List<ChildPlan> children) {
  public StackPlan {
    ports = Map.copyOf(ports);
    hashIterations = Map.copyOf(hashIterations);
    children = List.copyOf(children);
  }

  public StackPlan withChildren(List<ChildPlan> all) {
    return new StackPlan(
        nonce, folder, sockets, state, speed, ports, hashIterations, settings, build, all);
  }

  /** The same stack with another folder for its lock, its card and its list of processes. */
  public StackPlan withState(Path other) {
    return new StackPlan(
        nonce, folder, sockets, other, speed, ports, hashIterations, settings, build, children);
  }

  /** The port that a program listens on. */
  public int port(Program program) {
    return Objects.requireNonNull(ports.get(program), program.label());
  }

  /** Work of one request of {@code /hash_me}, in iterations. */
  public int iterations(Program mode) {
    return Objects.requireNonNull(hashIterations.get(mode), mode.label());
  }

  /** The Unix socket that every program reports its events to. */
  public Path eventSocket() {
    return sockets.resolve("events");
  }

  /** The Unix socket on which the feed takes orders to fail. */
  public Path feedControl() {
    return sockets.resolve("feed");
  }

  /** What the programs reported, one JSON object a line. */
  public Path events() {
    return folder.resolve("events.ndjson");
  }

  /** This plan, for the supervisor to read. */
  public Path file() {
    return folder.resolve("plan-" + nonce + ".json");
  }

  /** What the children print, a file each. */
  public Path logs() {
    return folder.resolve("logs");
  }

  public Path log(String child) {
    return logs().resolve(child + ".log");
  }

  /** nginx's error log, which is none of the logs that its output is kept in. */
  public Path nginxErrors() {
    return folder.resolve("error.log");
  }

  /** Who answered each request, as nginx tells, one JSON object a line. */
  public Path trace() {
    return folder.resolve("trace.ndjson");
  }
}
