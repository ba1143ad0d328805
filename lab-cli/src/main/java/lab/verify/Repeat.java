package lab.verify;

import java.util.Collection;
import lab.check.CheckResult;
import lab.check.Verdict;

/** When a load gets a second trial. */
public enum Repeat {
  /** Never: what the first trial says stands. */
  NEVER,
  /**
   * After a doubt that comes without a failure: as good as {@link #ALWAYS} to show that something
   * does not pass, for a second trial can make a failure inconclusive, never a pass.
   */
  DOUBTS,
  /** After a failure or a doubt, as learners are given. */
  ALWAYS;

  /** Whether the first trial of a load is not the last. */
  boolean after(Collection<CheckResult> first) {
    boolean unsettled = first.stream().anyMatch(Rounds::unsettled);
    return switch (this) {
      case NEVER -> false;
      case DOUBTS ->
          unsettled && first.stream().noneMatch(result -> result.verdict() == Verdict.FAIL);
      case ALWAYS -> unsettled;
    };
  }
}
