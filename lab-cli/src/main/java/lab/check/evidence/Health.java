package lab.check.evidence;

import java.util.ArrayList;
import java.util.List;

/**
 * Whether the machine was fit to measure on while an arm was played.
 *
 * @param stealShare of processor time that a hypervisor gave to others; 0 to 1
 * @param waitShare of the time in which threads of the lab and its programs could have run, the
 *     part in which they had to wait for a processor; 0 to 1
 * @param generatorValid whether the generator kept to its plan
 * @param lagP99Millis schedule lag of the generator, p99
 */
public record Health(
    double stealShare, double waitShare, boolean generatorValid, double lagP99Millis) {
  private static final double MOST_STEAL = 0.1;
  private static final double MOST_WAIT = 0.8;

  /** What makes the machine unfit, a sentence each; nothing when it is fit. */
  public List<String> complaints() {
    var complaints = new ArrayList<String>();
    if (!generatorValid) {
      complaints.add(
          "the load generator fell behind its plan (schedule lag p99 %.1f ms)"
              .formatted(lagP99Millis));
    }
    if (stealShare > MOST_STEAL) {
      complaints.add(
          "%.0f %% of the processor time was stolen by the host".formatted(stealShare * 100));
    }
    if (waitShare > MOST_WAIT) {
      complaints.add(
          "the lab and its programs had to wait for a processor for %.0f %% of the time in which they could have run"
              .formatted(waitShare * 100));
    }
    return complaints;
  }

  public boolean fit() {
    return complaints().isEmpty();
  }
}
