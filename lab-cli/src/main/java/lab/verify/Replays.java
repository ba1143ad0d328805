package lab.verify;

import java.io.IOException;
import lab.check.evidence.Arm;
import lab.check.spec.LoadSpec;

/** The two arms of a trial. */
interface Replays {
  /**
   * The reference configuration under a load; that of a first trial may have been played before, by
   * the same session.
   *
   * @param trial from 1 up
   */
  Arm control(LoadSpec load, int trial) throws IOException, InterruptedException;

  /**
   * The judged configuration under a load.
   *
   * @param trial from 1 up
   */
  Arm yours(LoadSpec load, int trial) throws IOException, InterruptedException;
}
