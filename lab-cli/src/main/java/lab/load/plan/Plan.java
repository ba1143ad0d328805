package lab.load.plan;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import lab.problem.Problem;
import lab.problem.ProblemException;

/**
 * The traffic of one run as data: its lanes, its length, and the seed that fixes every arrival.
 *
 * @param lanes at least one, with distinct names
 * @param duration from the first possible arrival to the plan's end, where streams are closed
 * @param seed the same seed gives the same incident
 * @param caps what it may be at most when it is played, at the speed that it has then
 */
public record Plan(List<Lane> lanes, Duration duration, long seed, Caps caps) {
  /**
   * @throws IllegalArgumentException when there is no lane, or two share a name
   */
  public Plan {
    lanes = List.copyOf(lanes);
    var names = new HashSet<String>();
    if (lanes.isEmpty() || !lanes.stream().map(Lane::name).allMatch(names::add)) {
      throw new IllegalArgumentException("a plan needs lanes with distinct names");
    }
    if (!duration.isPositive()) {
      throw new IllegalArgumentException("a plan needs a positive duration: " + duration);
    }
  }

  /** A plan within the default caps. */
  public Plan(List<Lane> lanes, Duration duration, long seed) {
    this(lanes, duration, seed, Caps.DEFAULT);
  }

  /**
   * The same incident k times as fast: durations divided by k, rates multiplied by k, so that the
   * requests in flight stay the same.
   *
   * @param k speed factor; positive and finite
   */
  public Plan atSpeed(double k) {
    return new Plan(
        lanes.stream().map(lane -> lane.atSpeed(k)).toList(),
        Speed.shorten(duration, k),
        seed,
        caps);
  }

  /**
   * Stops a plan that is too large to be played.
   *
   * @throws ProblemException with every reason
   */
  public void demandWithinCaps() {
    var problems = beyondCaps();
    if (!problems.isEmpty()) {
      throw new ProblemException(problems);
    }
  }

  private List<Problem> beyondCaps() {
    var problems = new ArrayList<Problem>();
    if (duration.compareTo(caps.duration()) > 0) {
      problems.add(
          new Problem(
              "the load would last " + duration.toSeconds() + " s",
              "duration",
              "choose at most " + caps.duration().toSeconds() + " s"));
    }
    double expected = lanes.stream().mapToDouble(lane -> expected(lane, duration)).sum();
    if (expected > caps.arrivals()) {
      problems.add(
          new Problem(
              "the load would send about %.0f requests".formatted(expected),
              "rate and duration",
              "choose a lower rate or a shorter duration: at most "
                  + caps.arrivals()
                  + " requests"));
    }
    return problems;
  }

  private static double expected(Lane lane, Duration duration) {
    return switch (lane) {
      case Lane.Streams streams -> streams.connections();
      case Lane.Requests requests -> {
        var stop = requests.stop().compareTo(duration) < 0 ? requests.stop() : duration;
        yield Math.max(0, stop.minus(requests.start()).toNanos() / 1e9) * requests.perSecond();
      }
    };
  }
}
