package lab.check.evidence;

import java.time.Instant;
import java.util.Map;

/**
 * A run that the learner made.
 *
 * @param id such as {@code r-0042}
 * @param upstream the one that all locations went to, or {@code as-is}
 * @param blockingFeed whether it is on record that async ran the blocking handler on its event loop
 * @param seconds length of its load, in real time
 * @param complete false when it was cut short
 * @param valid whether its counts tell of the servers: the generator was not too late for that
 * @param lanes what became of each lane
 */
public record RunOnRecord(
    String id,
    String scenario,
    String upstream,
    boolean blockingFeed,
    Instant started,
    double seconds,
    boolean complete,
    boolean valid,
    Map<String, Count> lanes) {
  public RunOnRecord {
    lanes = Map.copyOf(lanes);
  }

  /**
   * What became of a lane.
   *
   * @param ok answered with 2xx, or streams alive at the end
   */
  public record Count(long sent, long ok) {
    public double okShare() {
      return sent == 0 ? 0 : (double) ok / sent;
    }
  }
}
