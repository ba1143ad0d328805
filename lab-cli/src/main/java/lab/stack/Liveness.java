package lab.stack;

import java.util.Optional;
import lab.problem.Problem;
import lab.problem.ProblemException;

/** Whether a stack is all there: what is measured on a part of one tells of nothing. */
public interface Liveness {
  /** What of it has ended, with its last lines; empty while all of it lives. */
  Optional<Problem> loss();

  /**
   * Lets nobody go on with a part of it.
   *
   * @throws ProblemException when something of it has ended
   */
  default void demandWhole() {
    loss()
        .ifPresent(loss -> {
          throw new ProblemException(loss);
        });
  }
}
