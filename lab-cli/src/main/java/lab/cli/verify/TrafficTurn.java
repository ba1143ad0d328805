package lab.cli.verify;

import java.nio.file.Path;
import java.time.Duration;
import lab.course.journal.FolderLock;

/** One verification with traffic at a time in a checkout: two would judge each other's load. */
public final class TrafficTurn implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  private final AutoCloseable lock;

  private TrafficTurn(AutoCloseable lock) {
    this.lock = lock;
  }

  /**
   * Takes the turn.
   *
   * @param state the checkout's {@code .lab}
   * @param fast whether nothing will be started, so that no turn is needed
   * @throws lab.problem.ProblemException with the pid of the other one when it is at work
   */
  public static TrafficTurn take(Path state, boolean fast) {
    return new TrafficTurn(fast ? () -> {} : FolderLock.take(state.resolve("verify"), PATIENCE));
  }

  @Override
  public void close() {
    try {
      lock.close();
    } catch (RuntimeException failure) {
      throw failure;
    } catch (Exception impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
