package lab.load.plan;

import java.time.Duration;

/** One kind of client with a schedule of its own. */
public sealed interface Lane {
  /** Unique in its plan; part of every nonce. */
  String name();

  /** The path that it asks for, from the first slash. */
  String route();

  Patience patience();

  /** When its first client may come, from the start of the plan. */
  Duration start();

  /** The same lane with every duration divided by k and every rate multiplied by k. */
  Lane atSpeed(double k);

  /**
   * Short requests at an arrival rate λ, whatever the answers do. A probe is one of these.
   *
   * @param perSecond arrival rate λ; positive and finite
   * @param stop when the last arrival may come, from the start of the plan; the plan's end cuts it
   *     too
   */
  record Requests(
      String name,
      String route,
      double perSecond,
      Arrivals arrivals,
      Connection connection,
      Patience patience,
      Duration start,
      Duration stop)
      implements Lane {
    public Requests {
      requireNamed(name, route, start);
      if (!(perSecond > 0) || Double.isInfinite(perSecond)) {
        throw new IllegalArgumentException("the rate must be positive and finite: " + perSecond);
      }
      if (stop.compareTo(start) < 0) {
        throw new IllegalArgumentException(name + " stops before it starts");
      }
    }

    @Override
    public Lane atSpeed(double k) {
      return new Requests(
          name,
          route,
          perSecond * k,
          arrivals,
          connection,
          patience.atSpeed(k),
          Speed.shorten(start, k),
          Speed.shorten(stop, k));
    }
  }

  /**
   * Long-lived connections that stay until the plan ends, each with the times of its ticks.
   *
   * @param connections how many are opened; at least 1
   * @param ramp time over which they are opened, evenly; zero opens all at once
   * @param patience its total does not apply: a stream lasts until the plan ends
   */
  record Streams(
      String name, String route, int connections, Duration ramp, Patience patience, Duration start)
      implements Lane {
    public Streams {
      requireNamed(name, route, start);
      if (connections < 1 || ramp.isNegative()) {
        throw new IllegalArgumentException(name + " needs a connection and a ramp of zero or more");
      }
    }

    @Override
    public Lane atSpeed(double k) {
      return new Streams(
          name,
          route,
          connections,
          Speed.shorten(ramp, k),
          patience.atSpeed(k),
          Speed.shorten(start, k));
    }
  }

  private static void requireNamed(String name, String route, Duration start) {
    if (!name.matches("[A-Za-z0-9_.-]+")) {
      throw new IllegalArgumentException("a lane is named with letters, digits and _.-: " + name);
    }
    if (!route.matches("/[\\x21-\\x7e]*")) {
      throw new IllegalArgumentException("a route starts with / and has no blanks: " + route);
    }
    if (start.isNegative()) {
      throw new IllegalArgumentException(name + " starts before the plan");
    }
  }
}
