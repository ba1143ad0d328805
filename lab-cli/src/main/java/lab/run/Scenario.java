package lab.run;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import lab.load.plan.Arrivals;
import lab.load.plan.Caps;
import lab.load.plan.Connection;
import lab.load.plan.Lane;
import lab.load.plan.Patience;
import lab.load.plan.Plan;

/** The traffic that can be replayed, as it is in real time. */
public enum Scenario {
  /** Clients that each poll the feed once. */
  CHECK_FEED,
  /** Clients that stay connected, and a probe of the title page. */
  STREAM_FEED,
  /** Both at once, with probes of the title page and of the hash. */
  INCIDENT,
  /** CPU-bound requests, and a probe of the title page. */
  HASH;

  private static final double CHECKS_PER_SECOND = 10;
  private static final double HASHES_PER_SECOND = 3;
  private static final double PROBES_PER_SECOND = 1;

  /** The title page, by a name that tells it from a request of the load in nginx's log. */
  static final String RECOVERY_PROBE = "/?recovery";

  /**
   * Seldom, because each probe that is given up takes a place in the queue whose end is awaited.
   */
  private static final double RECOVERY_PROBES_PER_SECOND = 0.2;

  private static final int STREAMS = 80;
  private static final Duration LENGTH = Duration.ofSeconds(90);
  private static final Duration CHECK_PATIENCE = Duration.ofSeconds(90);
  private static final Duration PROBE_PATIENCE = Duration.ofSeconds(10);
  private static final Duration STREAM_PATIENCE = Duration.ofSeconds(90);

  /**
   * What a person may change about a scenario; all of it in real time, before the speed.
   *
   * @param perSecond arrival rate of the scenario's main lane; empty takes the incident's
   * @param connections streams; empty takes the incident's
   * @param duration length of the load; empty takes the incident's
   * @param arrivals evenly spaced or at random
   * @param seed the same seed gives the same incident
   * @param hashesPerSecond arrival rate of {@code /hash_me} beside other lanes; empty takes the
   *     incident's
   */
  public record Options(
      Optional<Double> perSecond,
      Optional<Integer> connections,
      Optional<Duration> duration,
      Arrivals arrivals,
      long seed,
      Optional<Double> hashesPerSecond) {
    /** With the incident's own rate of hashes. */
    public Options(
        Optional<Double> perSecond,
        Optional<Integer> connections,
        Optional<Duration> duration,
        Arrivals arrivals,
        long seed) {
      this(perSecond, connections, duration, arrivals, seed, Optional.empty());
    }
  }

  /** Whether it has requests at a rate that a person may choose. */
  public boolean hasRate() {
    return this != STREAM_FEED;
  }

  /** Whether it has streams. */
  public boolean hasStreams() {
    return this == STREAM_FEED || this == INCIDENT;
  }

  /** The word for it on the command line. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * The traffic in real time.
   *
   * @throws IllegalArgumentException when a quantity is out of range
   */
  public Plan plan(Options options) {
    var length = options.duration().orElse(LENGTH);
    var lanes = new ArrayList<Lane>();
    boolean checks = this == CHECK_FEED || this == INCIDENT;
    boolean hashes = this == HASH || this == INCIDENT;
    if (checks) {
      double rate = options.perSecond().orElse(CHECKS_PER_SECOND);
      lanes.add(requests("check", "/check_feed", rate, options.arrivals(), CHECK_PATIENCE, length));
    }
    if (hasStreams()) {
      int connections = options.connections().orElse(STREAMS);
      lanes.add(
          new Lane.Streams(
              "stream",
              "/stream_feed",
              connections,
              Duration.ofSeconds(2),
              Patience.of(STREAM_PATIENCE),
              Duration.ZERO));
    }
    if (hashes) {
      double rate =
          (this == HASH ? options.perSecond() : options.hashesPerSecond())
              .orElse(HASHES_PER_SECOND);
      lanes.add(requests("hash", "/hash_me", rate, options.arrivals(), PROBE_PATIENCE, length));
    }
    if (this != CHECK_FEED) {
      lanes.add(
          requests("probe", "/", PROBES_PER_SECOND, Arrivals.SCATTERED, PROBE_PATIENCE, length));
    }
    return new Plan(lanes, length, options.seed());
  }

  /**
   * One request after another to the title page, for as long as recovery is watched: how long that
   * is follows from what waits, so that no cap on a person's wishes may end it.
   */
  static Plan recoveryProbe(Duration length, long seed) {
    var usual = Caps.DEFAULT;
    var longest = length.compareTo(usual.duration()) > 0 ? length : usual.duration();
    return new Plan(
        List.of(
            requests(
                "recovery",
                RECOVERY_PROBE,
                RECOVERY_PROBES_PER_SECOND,
                Arrivals.CONSTANT,
                PROBE_PATIENCE,
                length)),
        length,
        seed,
        new Caps(usual.inFlight(), usual.arrivals(), longest));
  }

  private static Lane requests(
      String name,
      String route,
      double perSecond,
      Arrivals arrivals,
      Duration patience,
      Duration length) {
    return new Lane.Requests(
        name,
        route,
        perSecond,
        arrivals,
        Connection.NEW,
        Patience.of(patience),
        Duration.ZERO,
        length);
  }
}
