package lab.verify.arm;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lab.check.spec.LoadSpec;
import lab.check.spec.LoadSpec.LaneSpec;
import lab.course.variation.Variation;
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
  private static final String HASH = "hash";

  private Loads() {}

  /**
   * The traffic of a load in a learner's incident.
   *
   * @throws ProblemException when the load names a scenario that there is not
   */
  public static Traffic of(LoadSpec load, Variation incident) {
    return of(load, incident, load.seconds());
  }

  /** The same, cut to at most some seconds of real time. */
  public static Traffic of(LoadSpec load, Variation incident, double mostSeconds) {
    var length = Duration.ofMillis(Math.round(Math.min(load.seconds(), mostSeconds) * 1000));
    var lanes =
        load.scenario()
            .map(name -> scenario(name, load, incident, length))
            .orElseGet(() -> load.lanes().stream().map(lane -> lane(lane, length)).toList());
    var arrivals =
        lanes.stream()
            .flatMap(lane ->
                lane instanceof Lane.Requests some ? Stream.of(some.arrivals()) : Stream.empty())
            .map(kind -> kind.name().toLowerCase(Locale.ROOT))
            .distinct()
            .collect(Collectors.joining(", "));
    return new Traffic(
        load.scenario().orElse(load.id()),
        new Plan(lanes, length, incident.seed()),
        arrivals,
        false,
        load.faults().stream()
            .map(fault -> new Traffic.FeedOrder(fault.atSeconds(), fault.feed()))
            .toList());
  }

  private static List<Lane> scenario(
      String name, LoadSpec load, Variation incident, Duration length) {
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
            Optional.of((double) (scenario == Scenario.HASH ? incident.hashes() : incident.rate())),
            Optional.of(incident.streams()),
            Optional.of(length),
            Arrivals.CONSTANT,
            incident.seed());
    var rates = new HashMap<String, Double>();
    rates.put(HASH, (double) incident.hashes());
    load.probesPerSecond().ifPresent(rate -> rates.put(PROBE, rate));
    return scenario.plan(options).lanes().stream()
        .map(lane ->
            Optional.ofNullable(rates.get(lane.name()))
                .map(rate ->
                    requests(
                        lane.name(), lane.route(), rate, arrivals(lane), PROBE_PATIENCE, length))
                .orElse(lane))
        .toList();
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
        : requests(
            lane.name(),
            lane.route(),
            lane.perSecond().orElse(1.0),
            Arrivals.CONSTANT,
            PATIENCE,
            length);
  }

  private static Arrivals arrivals(Lane lane) {
    return lane instanceof Lane.Requests some ? some.arrivals() : Arrivals.CONSTANT;
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
