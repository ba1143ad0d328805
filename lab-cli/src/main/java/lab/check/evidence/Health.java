package lab.check.evidence;

import java.util.ArrayList;
import java.util.List;
import lab.load.sample.Crowded;

/**
 * Whether the machine was fit to measure on while an arm was played.
 *
 * @param stealShare of processor time that a hypervisor gave to others; 0 to 1
 * @param othersShare of processor time that programs took which are none of the lab's; 0 to 1
 * @param idleShare of processor time that nobody wanted; 0 to 1
 * @param generatorValid whether the generator kept to its plan: the p99 of its lag is at most a
 *     tenth of that of the response times
 * @param lagP99Millis schedule lag of the generator, p99
 */
public record Health(
    double stealShare,
    double othersShare,
    double idleShare,
    boolean generatorValid,
    double lagP99Millis) {
  private static final double MOST_STEAL = 0.1;

  /** What makes the machine unfit, a sentence each; nothing when it is fit. */
  public List<String> complaints() {
    var complaints = new ArrayList<String>();
    if (!generatorValid) {
      complaints.add(
          "the load generator fell behind its plan (schedule lag p99 %.1f ms, more than a tenth of the response times' p99)"
              .formatted(lagP99Millis));
    }
    if (stealShare > MOST_STEAL) {
      complaints.add(
          "%.0f %% of the processor time was stolen by the host".formatted(stealShare * 100));
    }
    if (Crowded.by(othersShare)) {
      complaints.add(
          "other programs took %.0f %% of the processor time".formatted(othersShare * 100));
    }
    return complaints;
  }

  public boolean fit() {
    return complaints().isEmpty();
  }

  /** Whether it was fit, or would have been without neighbours. */
  public boolean fitButForNeighbours() {
    return generatorValid && stealShare <= MOST_STEAL;
  }
}
