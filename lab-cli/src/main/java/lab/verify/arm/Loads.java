package lab.verify.arm;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lab.check.spec.LoadSpec;
import lab.check.spec.LoadSpec.LaneSpec;
import lab.load.plan.Arrivals;
import lab.load.plan.Connection;
import lab.load.plan.Lane;
import lab.load.plan.Patience;
import lab.load.plan.Plan;
import lab.problem.Problem;
import lab.problem.ProblemException;
import lab.run.Scenario;
import lab.run.Traffic;

/** Loads of stages as traffic. */
public final class Loads {
  private static final Duration RAMP = Duration.ofSeconds(2);
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final Duration PROBE_PATIENCE = Duration.ofSeconds(10);
  private static final String PROBE = "probe";

  private Loads() {}

  /**
   * The traffic of a load.
   *
   * @param perSecond arrival rate of checks in the learner's incident
   * @param streams connections in the learner's incident
   * @param seed decides arrivals
   * @throws ProblemException when the load names a scenario that there is not
   */
  public static Traffic of(LoadSpec load, double perSecond, int streams, long seed) {
    var length = Duration.ofMillis(Math.round(load.seconds() * 1000));
    var lanes =
        load.scenario()
            .map(name -> scenario(name, load, perSecond, streams, length, seed))
            .orElseGet(() -> load.lanes().stream().map(lane -> lane(lane, length)).toList());
    var arrivals =
        lanes.stream()
            .flatMap(lane ->
                lane instanceof Lane.Requests some ? Stream.of(some.arrivals()) : Stream.empty())
            .map(kind -> kind.name().toLowerCase(java.util.Locale.ROOT))
            .distinct()
            .collect(Collectors.joining(", "));
    return new Traffic(
        load.scenario().orElse(load.id()),
        new Plan(lanes, length, seed),
        arrivals,
        false,
        load.faults().stream()
            .map(fault -> new Traffic.FeedOrder(fault.atSeconds(), fault.feed()))
            .toList());
  }

  private static List<Lane> scenario(
      String name, LoadSpec load, double perSecond, int streams, Duration length, long seed) {
    var scenario =
        Stream.of(Scenario.values())
            .filter(one -> one.label().equals(name))
            .findFirst()
            .orElseThrow(() ->
                new ProblemException(
                    new Problem(
                        "There is no scenario \"" + name + "\".",
                        "load " + load.id() + " of the stage",
                        "name one of "
                            + Stream.of(Scenario.values())
                                .map(Scenario::label)
                                .collect(Collectors.joining(", ")))));
    var options =
        new Scenario.Options(
            scenario == Scenario.HASH ? Optional.empty() : Optional.of(perSecond),
            Optional.of(streams),
            Optional.of(length),
            Arrivals.CONSTANT,
            seed);
    var lanes = new ArrayList<>(scenario.plan(options).lanes());
    load.probesPerSecond()
        .ifPresent(rate ->
            lanes.replaceAll(
                lane -> lane.name().equals(PROBE) ? probe(lane.route(), rate, length) : lane));
    return lanes;
  }

  private static Lane probe(String route, double perSecond, Duration length) {
    return requests(PROBE, route, perSecond, PROBE_PATIENCE, length);
  }

  private static Lane lane(LaneSpec lane, Duration length) {
    return lane.streams().isPresent()
        ? new Lane.Streams(
            lane.name(),
            lane.route(),
            lane.streams().get(),
            RAMP,
            Patience.of(PATIENCE),
            Duration.ZERO)
        : requests(lane.name(), lane.route(), lane.perSecond().orElse(1.0), PATIENCE, length);
  }

  private static Lane requests(
      String name, String route, double perSecond, Duration patience, Duration length) {
    return new Lane.Requests(
        name,
        route,
        perSecond,
        Arrivals.CONSTANT,
        Connection.NEW,
        Patience.of(patience),
        Duration.ZERO,
        length);
  }
}
