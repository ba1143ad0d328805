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
 * @param size of the application that it was made with
 * @param random whether its arrivals were drawn at random, so that their number is, too
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
    Size size,
    boolean random,
    Map<String, Count> lanes) {
  public RunOnRecord {
    lanes = Map.copyOf(lanes);
  }

  /**
   * How large an application is.
   *
   * @param syncWorkers processes of sync
   * @param poolThreads threads of pooled
   */
  public record Size(int syncWorkers, int poolThreads) {}

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
