package lab.verify;

import java.util.List;
import java.util.stream.Stream;
import lab.check.judge.CapacityPlanJudge;
import lab.stack.StackSettings;

/** The configurations that a plan must not be larger than. */
final class Smaller {
  private Smaller() {}

  /**
   * The largest pool and the most workers that are fewer by more than the slack, each with the
   * other as it is; none where there is but one.
   */
  static List<StackSettings> than(StackSettings settings, double slack) {
    int workers = settings.syncWorkers();
    int threads = settings.poolThreads();
    return Stream.concat(
            CapacityPlanJudge.smaller(threads, slack).stream()
                .map(fewer -> settings.withSizes(workers, fewer)),
            CapacityPlanJudge.smaller(workers, slack).stream()
                .map(fewer -> settings.withSizes(fewer, threads)))
        .toList();
  }
}
