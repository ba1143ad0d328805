package lab.run;

import java.util.EnumMap;
import java.util.Map;
import lab.load.plan.Lane;
import lab.load.plan.Plan;
import lab.stack.Program;
import lab.stack.StackSettings;

/**
 * How long the application will work for clients that have long left.
 *
 * @param slots what serves one request at a time, by mode; a mode without a fixed number is absent
 * @param meanServiceSeconds mean service time of the requests that were sent, of this run
 */
record RecoveryForecast(Map<Program, Integer> slots, double meanServiceSeconds) {
  /** A stream whose client has left is noticed by a failed write, two ticks later at most. */
  private static final double TICKS_OF_A_DEAD_STREAM = 2;

  private static final double HASH_SECONDS = 0.15;

  RecoveryForecast {
    slots = Map.copyOf(slots);
  }

  /** The forecast for a plan in real time, at the speed of the settings. */
  static RecoveryForecast of(Plan plan, StackSettings settings) {
    double requests = 0;
    double seconds = 0;
    double length = plan.duration().toNanos() / 1e9;
    for (var lane : plan.lanes()) {
      double count =
          switch (lane) {
            case Lane.Requests some -> some.perSecond() * length;
            case Lane.Streams some -> some.connections();
          };
      requests += count;
      seconds += count * service(lane, settings.meanPollSeconds());
    }
    return new RecoveryForecast(slots(settings), seconds / requests / settings.speed());
  }

  private static Map<Program, Integer> slots(StackSettings settings) {
    var slots = new EnumMap<Program, Integer>(Program.class);
    slots.put(Program.SYNC, settings.syncWorkers());
    slots.put(Program.POOLED, settings.poolThreads());
    if (settings.blockingFeed()) {
      slots.put(Program.ASYNC, 1);
    }
    return slots;
  }

  private static double service(Lane lane, double meanPollSeconds) {
    return switch (lane.route()) {
      case "/check_feed" -> meanPollSeconds;
      case "/stream_feed" -> TICKS_OF_A_DEAD_STREAM * meanPollSeconds;
      case "/hash_me" -> HASH_SECONDS;
      default -> 0;
    };
  }

  /** Seconds of this run until nothing waits any more, from what waits now. */
  double seconds(Gauges gauges) {
    return slots.entrySet().stream()
        .mapToDouble(
            mode -> gauges.of(mode.getKey()).waiting() * meanServiceSeconds / mode.getValue())
        .max()
        .orElse(0);
  }
}
