package lab.check.judge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import lab.check.evidence.Arm;
import lab.check.evidence.Service;
import lab.load.sample.Outcome;
import lab.load.sample.Sample;

/**
 * When hashes held every thread of a mode, by the servers' own account, and whom that held up.
 *
 * <p>The first third of a load is left out: while programs that have just been started still warm
 * up, each hash takes several times as long, and that is nobody's configuration.
 *
 * <p>Source: P. D. Welch, The Statistical Analysis of Simulation Results (1983), on deleting the
 * initial transient.
 *
 * <p>An event loop has one such thread, sync has its workers, virtual has the carriers, of which
 * there are as many as cores.
 */
final class Held {
  private static final String HASH = "/hash_me";

  /** So many holds, and so many holders of one, are named in a proof. */
  private static final int NAMED = 3;

  /** The part of a load after which it counts as settled. */
  private static final int UNSETTLED_PART = 3;

  private final Arm arm;
  private final Map<String, List<Interval>> byMode = new TreeMap<>();
  private final Map<String, Service> services;
  private final Map<String, List<Service>> hashes;

  /** Nanoseconds from the start of the plan. */
  private record Interval(long from, long to) {
    long nanos() {
      return to - from;
    }
  }

  /** One more or one fewer hash at work. */
  private record Step(long at, int change) {}

  Held(Arm arm) {
    this.arm = arm;
    this.services =
        arm.services().stream()
            .collect(Collectors.toMap(Service::request, Function.identity(), (first, _) -> first));
    this.hashes =
        arm.services().stream()
            .filter(service -> service.route().equals(HASH))
            .collect(Collectors.groupingBy(Service::mode));
    hashes.forEach((mode, ofMode) -> byMode.put(mode, held(mode, ofMode)));
  }

  /**
   * The part of the time in which hashes held all that could serve a lane, as a share of 1,000; of
   * nothing when nobody was served. Who is served by several modes counts by each of them.
   *
   * <p>What few requests that arrive at random met would say the same, less exactly.
   *
   * <p>Source: R. W. Wolff, Poisson Arrivals See Time Averages (1982).
   */
  Share of(List<Sample> lane) {
    var modes = modes(lane);
    long served = modes.values().stream().mapToLong(Long::longValue).sum();
    double held =
        modes.entrySet().stream()
            .mapToDouble(mode -> timeShare(mode.getKey()) * mode.getValue())
            .sum();
    return served == 0 ? new Share(0, 0) : new Share(Math.round(held / served * 1000), 1000);
  }

  /** The mode that answered most of a lane; empty text when none did. */
  String mode(List<Sample> lane) {
    return modes(lane).entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .orElse("");
  }

  private Map<String, Long> modes(List<Sample> lane) {
    return lane.stream()
        .flatMap(sample -> service(sample).stream())
        .collect(Collectors.groupingBy(Service::mode, Collectors.counting()));
  }

  private long settled() {
    return arm.planned().toNanos() / UNSETTLED_PART;
  }

  /** The part of the settled load's time in which hashes held the mode; 0 to 1. */
  double timeShare(String mode) {
    long end = arm.planned().toNanos();
    return byMode.getOrDefault(mode, List.of()).stream()
            .mapToLong(
                held -> Math.max(0, Math.min(held.to(), end) - Math.max(settled(), held.from())))
            .sum()
        / (double) (end - settled());
  }

  /** Who held every thread of a mode, from when on and for how long: the longest first. */
  List<String> longest(String mode) {
    return byMode.getOrDefault(mode, List.of()).stream()
        .filter(held -> held.from() >= settled())
        .sorted(Comparator.comparingLong(Interval::nanos).reversed())
        .limit(NAMED)
        .map(held ->
            "%s held by %s from %s on, for %s"
                .formatted(
                    holders(mode, held.from()),
                    HASH,
                    Seconds.of(held.from()),
                    Seconds.of(held.nanos())))
        .toList();
  }

  private String holders(String mode, long at) {
    var all =
        hashes.getOrDefault(mode, List.of()).stream()
            .filter(hash -> hash.begun() <= at && at < hash.ended().orElse(Long.MAX_VALUE))
            .map(Occupancy::holder)
            .toList();
    var named = String.join(", ", all.subList(0, Math.min(NAMED, all.size())));
    return all.size() > NAMED ? named + " and " + (all.size() - NAMED) + " more" : named;
  }

  /**
   * The server's own account of a request that was answered, or of the one whose answer a cache
   * repeats. What the answer's headers say of the mode is nginx's to write, and is not asked.
   */
  private Optional<Service> service(Sample sample) {
    return sample.outcome() != Outcome.OK
        ? Optional.empty()
        : Optional.ofNullable(services.get(sample.nonce()))
            .or(() -> sample.answer().nonce().map(services::get));
  }

  private List<Interval> held(String mode, List<Service> hashes) {
    int all = arm.setting().computing(mode);
    var steps = new ArrayList<Step>();
    for (var hash : hashes) {
      steps.add(new Step(hash.begun(), 1));
      steps.add(new Step(hash.ended().orElse(arm.planned().toNanos()), -1));
    }
    steps.sort(Comparator.comparingLong(Step::at).thenComparingInt(Step::change));
    var intervals = new ArrayList<Interval>();
    int working = 0;
    long since = 0;
    for (var step : steps) {
      int before = working;
      working += step.change();
      if (before < all && working >= all) {
        since = step.at();
      } else if (before >= all && working < all) {
        intervals.add(new Interval(since, step.at()));
      }
    }
    return intervals;
  }

  /** Groups for a proof: how many hashes each mode worked on. */
  static Map<String, Long> hashes(Arm arm) {
    return arm.services().stream()
        .filter(service -> service.route().equals(HASH))
        .map(Service::mode)
        .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
  }
}
