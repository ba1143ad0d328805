package lab.load.sample;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;

/**
 * All lanes of a finished run, and whether the generator kept up with its plan.
 *
 * @param lanes in the order of their first sample
 * @param lag schedule lag over all lanes: intended start to dispatch
 * @param onWire intended start to the bytes' leaving, over all lanes
 * @param response response times R of all answers to requests that are no streams; waits in vain
 *     would excuse a longer lag, and are left out
 */
public record Summary(
    List<LaneSummary> lanes, Percentiles lag, Percentiles onWire, Percentiles response) {
  private static final int LAG_SHARE = 10;

  /** A request that leaves late by a twentieth of the load still meets the same servers. */
  private static final int LAG_SHARE_OF_LOAD = 20;

  public Summary {
    lanes = List.copyOf(lanes);
  }

  /**
   * Summarises samples; a pure function, so that a kept run can be shown again.
   *
   * @param planned length of the plan
   */
  public static Summary of(List<Sample> samples, Duration planned) {
    var byLane =
        samples.stream()
            .collect(Collectors.groupingBy(Sample::lane, LinkedHashMap::new, Collectors.toList()));
    var requests = samples.stream().filter(sample -> !sample.stream()).toList();
    return new Summary(
        byLane.values().stream().map(lane -> LaneSummary.of(lane, planned)).toList(),
        Percentiles.of(Timings.lag(samples)),
        Percentiles.of(Timings.onWire(samples)),
        Percentiles.of(Timings.response(requests)));
  }

  /**
   * Whether the response times tell of the server rather than of the generator: the p99 of the
   * schedule lag is at most a tenth of that of the response times. Without an answer there is no
   * response time to spoil.
   */
  public boolean isValid() {
    return response.count() == 0
        || lag.p99().multipliedBy(LAG_SHARE).compareTo(response.p99()) <= 0;
  }

  /**
   * Whether counts of outcomes tell of the server, too: the p99 of the schedule lag is at most a
   * twentieth of the load. Quick answers, refusals among them, spoil no count when they were asked
   * for a little late.
   *
   * @param planned length of the plan
   */
  public boolean countsStand(Duration planned) {
    return isValid() || lag.p99().multipliedBy(LAG_SHARE_OF_LOAD).compareTo(planned) <= 0;
  }
}
