package lab.cli;

import java.nio.file.Path;
import java.time.Duration;
import lab.course.journal.FolderLock;

/**
 * One run or verification with traffic at a time in a checkout: two would measure each other's
 * load.
 */
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
   * @throws lab.problem.ProblemException with the pid of the other one when it is at work
   */
  public static TrafficTurn take(Path state) {
    return new TrafficTurn(FolderLock.take(state.resolve("verify"), PATIENCE));
  }

  /**
   * Takes the turn of a verification.
   *
   * @param fast whether nothing will be started, so that no turn is needed
   * @throws lab.problem.ProblemException with the pid of the other one when it is at work
   */
  public static TrafficTurn take(Path state, boolean fast) {
    return fast ? new TrafficTurn(() -> {}) : take(state);
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
