package lab.verify;

import java.util.List;
import lab.check.spec.AskedRun;
import lab.check.spec.CheckSpec;
import lab.check.spec.LoadSpec;
import lab.course.stage.Stage;

/** How a learner sees a failure of traffic again: each command works as it stands. */
final class Again {
  private Again() {}

  /**
   * A run shows more than a verdict, and takes no control; but it tells the feed nothing and knows
   * no lanes of a stage's own, so that such a load is played again by its check.
   */
  static List<String> of(Stage stage, CheckSpec check, LoadSpec load) {
    return List.of(
        load.scenario()
            .filter(_ -> load.faults().isEmpty())
            .map(scenario -> new AskedRun(scenario, AskedRun.AS_IS, false).command())
            .orElse("lab verify " + stage.number() + " --check " + check.id()));
  }
}
