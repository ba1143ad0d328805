package lab.stack;

import java.util.Optional;
import lab.problem.Problem;

/** Whether a stack is all there: what is measured on a part of one tells of nothing. */
public interface Liveness {
  /** What of it has ended, with its last lines; empty while all of it lives. */
  Optional<Problem> loss();
}
