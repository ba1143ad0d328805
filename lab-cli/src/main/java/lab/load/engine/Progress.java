package lab.load.engine;

import java.time.Duration;
import java.util.List;

/**
 * A running replay at one moment.
 *
 * @param elapsed since the start of the plan; zero before it
 * @param planned length of the plan
 * @param lanes in the plan's order
 * @param done whether nothing is to come any more
 */
public record Progress(Duration elapsed, Duration planned, List<LaneProgress> lanes, boolean done) {
  public Progress {
    lanes = List.copyOf(lanes);
  }
}
