package lab.load.sample;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One lane of a finished run.
 *
 * @param sent requests let go; those that our own limits kept back are not among them
 * @param outcomes counts by outcome; absent means none
 * @param response response times R, from intended start, of answers and of waits in vain
 * @param service service times of the same as the client saw them, from the actual start
 * @param throughputPerSecond X: answers of any status that came before the plan ended, over its
 *     length; a stream that lives on has completed nothing
 * @param goodputPerSecond the 2xx ones among them, over the plan's length
 * @param streams present when the lane is one of streams
 */
public record LaneSummary(
    String lane,
    String route,
    long sent,
    Map<Outcome, Long> outcomes,
    Percentiles response,
    Percentiles service,
    double throughputPerSecond,
    double goodputPerSecond,
    Optional<StreamFigures> streams) {
  public LaneSummary {
    outcomes = Map.copyOf(outcomes);
  }

  /**
   * Summarises one lane.
   *
   * @param samples of one lane, at least one
   * @param planned length of the plan, not of the wait after it
   */
  static LaneSummary of(List<Sample> samples, Duration planned) {
    var first = samples.getFirst();
    var streams = samples.stream().filter(Sample::stream).toList();
    // what drains after the load would make X look like λ
    var inTime = samples.stream().filter(s -> s.moments().end() <= planned.toNanos()).toList();
    double seconds = planned.toNanos() / 1e9;
    return new LaneSummary(
        first.lane(),
        first.route(),
        outcomes(samples).filter(Outcome::wasSent).count(),
        outcomes(samples).collect(Collectors.groupingBy(o -> o, Collectors.counting())),
        Waits.fromIntendedStart(samples).percentiles(),
        Waits.fromActualStart(samples).percentiles(),
        outcomes(inTime).filter(Outcome::isAnswer).count() / seconds,
        outcomes(inTime).filter(Outcome.OK::equals).count() / seconds,
        streams.isEmpty() ? Optional.empty() : Optional.of(StreamFigures.of(streams, planned)));
  }

  /** How many ended this way. */
  public long count(Outcome outcome) {
    return outcomes.getOrDefault(outcome, 0L);
  }

  private static Stream<Outcome> outcomes(List<Sample> samples) {
    return samples.stream().map(Sample::outcome);
  }
}
