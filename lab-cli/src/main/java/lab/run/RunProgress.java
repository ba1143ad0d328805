package lab.run;

import java.util.Optional;
import lab.load.engine.Progress;

/**
 * A run at one moment, for a screen.
 *
 * @param phase what is going on
 * @param load the counters of the load
 * @param gauges the state of the modes
 * @param recovery what is known of the recovery; empty before the load has ended
 */
public record RunProgress(
    Phase phase, Progress load, Gauges gauges, Optional<RecoveryProgress> recovery) {
  /** What is going on. */
  public enum Phase {
    LOAD,
    /** The load has ended; its last requests still wait for their answers. */
    DRAIN,
    /** The application still works off what nobody waits for any more. */
    RECOVERY
  }

  /**
   * The recovery so far.
   *
   * @param predictedSeconds of this run
   * @param seconds since the end of the load
   */
  public record RecoveryProgress(double predictedSeconds, double seconds) {}
}
