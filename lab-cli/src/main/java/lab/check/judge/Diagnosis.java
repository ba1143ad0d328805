package lab.check.judge;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lab.check.Signs;
import lab.check.evidence.Arm;
import lab.check.evidence.Passage;
import lab.check.evidence.Service;
import lab.load.sample.Outcome;
import lab.load.sample.Sample;

/** Why a lane failed: what nginx, the servers and the clients have to say of it. */
final class Diagnosis {
  /** A route that takes this much of all slots' time is what the others wait for. */
  private static final double MOST = 0.5;

  private static final double NEARLY_ALL = 0.9;
  private static final int QUEUE_PER_WORKER = 5;

  /** Of one answer alone nothing could be expected of the cache before it. */
  private static final int ENOUGH_ANSWERS = 2;

  private static final int STATUS_OK = 200;

  /**
   * Words for an answer that was in the cache, fresh or not.
   *
   * <p>Source: ngx_http_upstream_module, {@code $upstream_cache_status}.
   */
  private static final Set<String> IN_CACHE =
      Set.of("HIT", "STALE", "UPDATING", "REVALIDATED", "EXPIRED");

  private final LaneView view;
  private final Arm arm;
  private final String route;
  private final Set<String> signs = new LinkedHashSet<>();
  private final List<String> proof = new ArrayList<>();

  Diagnosis(LaneView view, String route) {
    this.view = view;
    this.arm = view.arm();
    this.route = route;
    // Causes before effects: the first sign decides which question is asked.
    cache();
    var modes = upstreams();
    modes.forEach(this::slots);
    modes.stream()
        .filter(mode -> modes.size() == 1 && Occupancy.isFixed(mode))
        .flatMap(mode -> Offered.line(view, mode).stream())
        .forEach(proof::add);
    streams();
    nginx();
    outcomes();
  }

  List<String> signs() {
    return List.copyOf(signs);
  }

  List<String> proof() {
    return List.copyOf(proof);
  }

  /** How the lane's requests ended, most first, such as {@code 380 x 504, 20 late}. */
  String saw() {
    var counts = new TreeMap<String, Long>();
    for (var sample : view.judged()) {
      counts.merge(words(sample), 1L, Long::sum);
    }
    return counts.entrySet().stream()
        .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
        .map(entry -> entry.getValue() + " " + entry.getKey())
        .collect(Collectors.joining(", "));
  }

  private String words(Sample sample) {
    return switch (sample.outcome()) {
      case OK ->
          view.limit().isPresent()
                  && !sample.stream()
                  && sample.moments().responseNanos() > view.limit().getAsLong()
              ? "too late"
              : sample.stream() ? "alive" : "in time";
      case BAD_GATEWAY -> "x 502";
      case GATEWAY_TIMEOUT -> "x 504";
      case OTHER ->
          "x "
              + sample.answer().status().stream()
                  .boxed()
                  .findFirst()
                  .map(String::valueOf)
                  .orElse("no HTTP");
      case REFUSED -> "refused";
      case CUT -> "cut";
      case TIMED_OUT, STOPPED -> "without an answer";
      case NOT_SENT -> "not sent";
    };
  }

  /** A cache that could have kept answers and never held one. */
  private void cache() {
    long answered =
        passages()
            .filter(passage -> passage.cache().equals("MISS") && passage.status() == STATUS_OK)
            .count();
    if (answered >= ENOUGH_ANSWERS
        && passages().noneMatch(passage -> IN_CACHE.contains(passage.cache()))) {
      signs.add(Signs.CACHE_EMPTY);
      proof.add(
          "the cache was asked and held nothing, all along; the application gave %d answers"
              .formatted(answered));
    }
  }

  private void nginx() {
    arm.reasons()
        .getOrDefault(route, Map.of())
        .forEach((reason, count) -> {
          proof.add("nginx says %d times: %s".formatted(count, reason));
          if (reason.contains("no live upstreams")) {
            signs.add(Signs.NO_LIVE_UPSTREAMS);
          }
          if (reason.contains("timed out")) {
            signs.add(Signs.TIMED_OUT);
          }
          if (reason.contains("refused")) {
            signs.add(Signs.REFUSED);
          }
        });
  }

  private void outcomes() {
    add(Signs.TIMED_OUT, view.count(Outcome.GATEWAY_TIMEOUT));
    add(Signs.UNANSWERED, view.count(Outcome.TIMED_OUT) + view.count(Outcome.STOPPED));
    add(Signs.CUT, view.hasStreams() ? 0 : view.count(Outcome.CUT));
    add(Signs.LATE, view.late());
  }

  private void streams() {
    if (!view.hasStreams()) {
      return;
    }
    add(Signs.STREAM_CUT, view.count(Outcome.CUT));
    var sent =
        arm.services().stream()
            .filter(service -> service.route().equals(route) && service.ticks() > 0)
            .count();
    var silent = view.ticked().of() - view.ticked().count();
    if (sent > 0 && silent > 0 && sent > view.ticked().count()) {
      signs.add(Signs.STREAM_SILENT);
      proof.add(
          "the application sent ticks on %d streams; clients of %d saw none"
              .formatted(sent, silent));
    }
  }

  private void slots(String mode) {
    if (!Occupancy.isFixed(mode)) {
      return;
    }
    var occupancy = new Occupancy(arm, mode);
    var peak = arm.peak(mode);
    proof.addAll(occupancy.lines());
    if (peak.backlog() + peak.queued() > 0) {
      proof.add(
          "%s: up to %d requests waited for a slot, %d of them when the load ended"
              .formatted(mode, peak.backlog() + peak.queued(), peak.backlogAtEnd()));
    }
    if (mode.equals("sync")) {
      boolean grows =
          peak.backlog() >= (long) QUEUE_PER_WORKER * arm.setting().syncWorkers()
              && peak.backlogAtEnd() * 2 >= peak.backlog();
      // On a busy machine a worker is long in coming to its next request. That is no free slot
      // where a queue grows: what counts there is who has the time that is taken.
      double streams = occupancy.share("/stream_feed");
      if (streams > 0 && streams >= MOST * (grows ? occupancy.busy() : 1)) {
        signs.add(Signs.STREAM_HOLDS_SYNC);
      } else if (grows) {
        signs.add(Signs.QUEUE_GROWS);
      }
    } else if (occupancy.busy() >= NEARLY_ALL) {
      signs.add(
          occupancy.share("/stream_feed") >= MOST ? Signs.STREAM_HOLDS_POOL : Signs.POOL_FULL);
    }
  }

  /** The modes that the lane's requests were sent to, by nginx's log and the servers' account. */
  private Set<String> upstreams() {
    var requests = requests();
    var modes = new LinkedHashSet<String>();
    passages()
        .map(Passage::upstreams)
        .flatMap(List::stream)
        .map(arm::modeAt)
        .flatMap(Optional::stream)
        .forEach(modes::add);
    arm.services().stream()
        .filter(service -> requests.contains(service.request()))
        .map(Service::mode)
        .forEach(modes::add);
    return modes;
  }

  /** What nginx says of the lane's requests. */
  private Stream<Passage> passages() {
    var requests = requests();
    return arm.passages().stream().filter(passage -> requests.contains(passage.request()));
  }

  private Set<String> requests() {
    return view.judged().stream().map(Sample::nonce).collect(Collectors.toSet());
  }

  /** One sentence for people who use the application. */
  String why() {
    return Why.of(signs).orElse("People who ask for " + route + " do not get what they came for.");
  }

  private void add(String sign, long count) {
    if (count > 0) {
      signs.add(sign);
    }
  }
}
