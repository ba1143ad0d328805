package lab.stack;

import java.util.List;
import java.util.OptionalInt;

/**
 * One process that the supervisor is to start and keep an eye on.
 *
 * @param name what its log lines are prefixed with
 * @param command program and arguments; the run's nonce stands among them
 * @param readyPort the port on which it takes connections when it is ready, and has then written
 *     its pid to {@code NAME.pid} in the stack's folder; empty for a program that prints a line
 *     beginning {@code ready} when it is
 * @param wave children of a wave start when all of the wave before are ready; from 0
 * @param guarded whether it must be ended by a shell that watches the supervisor, because it cannot
 *     watch by itself
 */
public record ChildPlan(
    String name, List<String> command, OptionalInt readyPort, int wave, boolean guarded) {
  public ChildPlan {
    command = List.copyOf(command);
  }
}
