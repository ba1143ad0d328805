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
   * Of the answered requests of a lane, those that began while hashes held all that could serve
   * them; of streams, the part of the time in which their ticks had to wait, as a share of 1,000.
   */
  Share of(List<Sample> lane) {
    var served =
        lane.stream()
            .filter(sample -> service(sample).isPresent())
            .filter(sample -> sample.stream() || sample.moments().intended() >= settled())
            .toList();
    if (served.stream().anyMatch(Sample::stream)) {
      return new Share(Math.round(timeShare(mode(served)) * 1000), 1000);
    }
    long held =
        served.stream()
            .filter(sample ->
                isHeld(service(sample).orElseThrow().mode(), sample.moments().sent().orElse(-1)))
            .count();
    return new Share(held, served.size());
  }

  /** The mode that answered most of a lane; empty text when none did. */
  String mode(List<Sample> lane) {
    return lane.stream()
        .flatMap(sample -> service(sample).stream())
        .collect(Collectors.groupingBy(Service::mode, Collectors.counting()))
        .entrySet()
        .stream()
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .orElse("");
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

  private boolean isHeld(String mode, long at) {
    return byMode.getOrDefault(mode, List.of()).stream()
        .anyMatch(held -> held.from() <= at && at < held.to());
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
