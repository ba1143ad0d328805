package lab.load.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;

/** Turns a plan into its arrivals: absolute times, computed ahead of the run. */
public final class Schedule {
  private static final double NANOS_PER_SECOND = 1e9;

  private Schedule() {}

  /**
   * Every arrival of the plan by its intended start; lanes keep their order among equal times.
   *
   * <p>A lane's arrivals depend on the seed and the lane's name only, so that a lane added beside
   * it leaves them as they were.
   */
  public static List<Arrival> of(Plan plan) {
    var arrivals = new ArrayList<Arrival>();
    long end = plan.duration().toNanos();
    for (var lane : plan.lanes()) {
      switch (lane) {
        case Lane.Requests requests -> addRequests(requests, end, plan.seed(), arrivals);
        case Lane.Streams streams -> addStreams(streams, end, arrivals);
      }
    }
    arrivals.sort(Comparator.comparingLong(Arrival::intendedNanos));
    return List.copyOf(arrivals);
  }

  private static void addRequests(
      Lane.Requests lane, long planEnd, long seed, List<Arrival> arrivals) {
    long start = lane.start().toNanos();
    long stop = Math.min(lane.stop().toNanos(), planEnd);
    var random = new SplittableRandom(seed + 0x9E3779B97F4A7C15L * lane.name().hashCode());
    double gapNanos = NANOS_PER_SECOND / lane.perSecond();
    double elapsedGaps = 0;
    for (int index = 0; ; index++) {
      // Times are computed in units of the mean gap: rounding never adds up over a long lane.
      elapsedGaps =
          switch (lane.arrivals()) {
            case CONSTANT -> index;
            case POISSON -> elapsedGaps - StrictMath.log(1 - random.nextDouble());
            case SCATTERED -> index + random.nextDouble();
          };
      long intended = start + Math.round(elapsedGaps * gapNanos);
      if (intended >= stop) {
        return;
      }
      arrivals.add(new Arrival(lane, index, intended));
    }
  }

  private static void addStreams(Lane.Streams lane, long planEnd, List<Arrival> arrivals) {
    long start = lane.start().toNanos();
    long ramp = lane.ramp().toNanos();
    for (int index = 0; index < lane.connections(); index++) {
      long intended = start + Math.round((double) ramp * index / lane.connections());
      if (intended < planEnd) {
        arrivals.add(new Arrival(lane, index, intended));
      }
    }
  }
}
