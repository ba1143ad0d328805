package lab.verify;

import java.util.Optional;
import lab.check.judge.CapacityPlanJudge;
import lab.stack.StackSettings;

/** The configuration that a plan must not be larger than. */
final class Smaller {
  private Smaller() {}

  /**
   * The largest pool that is smaller by more than the slack; workers stay as they are, for a plan
   * of few cannot lose a fifth of one.
   *
   * @return empty when the pool cannot be made smaller
   */
  static Optional<StackSettings> than(StackSettings settings, double slack) {
    return CapacityPlanJudge.smaller(settings.poolThreads(), slack)
        .map(threads -> settings.withSizes(settings.syncWorkers(), threads));
  }
}
