package lab.check.spec;

import java.util.List;
import java.util.Optional;

/**
 * The traffic that checks of a stage look at, in real time.
 *
 * @param id unique in its stage
 * @param scenario a scenario of {@code lab run}; empty when the lanes are given
 * @param lanes the lanes where there is no scenario
 * @param probesPerSecond probes of {@code /} in a scenario, where more are wanted than it has
 * @param seconds length; positive
 * @param control whether the reference configuration is played first
 * @param faults what the feed is told meanwhile
 */
public record LoadSpec(
    String id,
    Optional<String> scenario,
    List<LaneSpec> lanes,
    Optional<Double> probesPerSecond,
    double seconds,
    boolean control,
    List<FaultSpec> faults) {
  public LoadSpec {
    lanes = List.copyOf(lanes);
    faults = List.copyOf(faults);
    if (scenario.isPresent() != lanes.isEmpty()) {
      throw new IllegalArgumentException(id + ": a load has a scenario, or lanes");
    }
    if (!(seconds > 0)) {
      throw new IllegalArgumentException(id + ": a load lasts longer than nothing");
    }
  }

  /**
   * One lane: requests at a rate, or streams.
   *
   * @param perSecond arrival rate; empty for streams
   * @param streams connections; empty for requests
   */
  public record LaneSpec(
      String name, String route, Optional<Double> perSecond, Optional<Integer> streams) {
    public LaneSpec {
      if (perSecond.isPresent() == streams.isPresent()) {
        throw new IllegalArgumentException(name + ": a lane has per-second, or streams");
      }
    }
  }

  /**
   * Something that the feed is told.
   *
   * @param atSeconds from the start of the load
   * @param feed {@code hang}, {@code refuse}, {@code error}, {@code drip} or {@code normal}
   */
  public record FaultSpec(double atSeconds, String feed) {}
}
