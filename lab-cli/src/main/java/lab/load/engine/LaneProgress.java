package lab.load.engine;

import java.util.Map;
import lab.load.sample.Outcome;
import lab.load.sample.Percentiles;

/**
 * How far one lane has come.
 *
 * @param planned arrivals of the lane in the whole plan
 * @param sent arrivals let go so far; those that the cap refused are not among them
 * @param inFlight sent and not ended
 * @param ticks lines that its streams received
 * @param outcomes ended ones by outcome; an outcome that did not occur is absent
 * @param lastSecond response times of those that ended in the last full second
 */
public record LaneProgress(
    String lane,
    String route,
    long planned,
    long sent,
    long inFlight,
    long ticks,
    Map<Outcome, Long> outcomes,
    Percentiles lastSecond) {
  public LaneProgress {
    outcomes = Map.copyOf(outcomes);
  }

  /** Ended ones of this outcome. */
  public long count(Outcome outcome) {
    return outcomes.getOrDefault(outcome, 0L);
  }
}
