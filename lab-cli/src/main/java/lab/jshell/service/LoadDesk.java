package lab.jshell.service;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import lab.load.engine.Replay;
import lab.load.plan.Arrivals;
import lab.load.plan.Connection;
import lab.load.plan.Lane;
import lab.load.plan.Patience;
import lab.load.plan.Plan;
import lab.load.sample.LaneSummary;
import lab.load.sample.Outcome;
import lab.load.sample.Sample;
import lab.load.sample.Summary;
import lab.stack.RunningStack;

/** The loads of one shell: bursts that end by themselves, streams that stay. */
final class LoadDesk {
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final Duration STREAMS_LAST = Duration.ofMinutes(30);
  private static final int MOST_STREAMS = 2000;
  private static final int MOST_BURSTS_KEPT = 20;

  private final AtomicInteger numbers = new AtomicInteger();
  private final Map<String, List<Sample>> bursts = new ConcurrentHashMap<>();
  private final Map<String, List<OpenStreams>> streams = new ConcurrentHashMap<>();

  private record OpenStreams(Replay replay, List<Sample> ended, StreamTicks ticks) {}

  /** Samples of a burst; empty when there is none of that id. */
  Optional<List<Sample>> samples(String id) {
    return Optional.ofNullable(bursts.get(id)).map(List::copyOf);
  }

  /** Sends a burst and waits for its end: id, sent, ok, failed, p95, and lines for people. */
  List<String> burst(int port, RunningStack stack, String path, double perSecond, Duration length)
      throws InterruptedException {
    var plan =
        new Plan(
                List.of(
                    new Lane.Requests(
                        "burst",
                        path,
                        perSecond,
                        Arrivals.CONSTANT,
                        Connection.NEW,
                        Patience.of(PATIENCE),
                        Duration.ZERO,
                        length)),
                length,
                1)
            .atSpeed(stack.speed());
    var samples = Collections.synchronizedList(new ArrayList<Sample>());
    var id = "b-" + numbers.incrementAndGet();
    try (var replay = start(plan, port, stack, id, samples)) {
      replay.await();
    }
    keep(id, samples);
    var lane = Summary.of(new ArrayList<>(samples), plan.duration()).lanes().getFirst();
    var fields =
        new ArrayList<>(
            List.of(
                id,
                Long.toString(lane.sent()),
                Long.toString(lane.count(Outcome.OK)),
                Long.toString(lane.sent() - lane.count(Outcome.OK)),
                Long.toString(lane.response().p95().toMillis())));
    fields.addAll(lines(lane, stack.speed()));
    return fields;
  }

  private void keep(String id, List<Sample> samples) {
    bursts.put(id, samples);
    if (bursts.size() > MOST_BURSTS_KEPT) {
      bursts.remove("b-" + (numbers.get() - MOST_BURSTS_KEPT));
    }
  }

  private static List<String> lines(LaneSummary lane, int speed) {
    var outcomes = new StringBuilder();
    for (var outcome : Outcome.values()) {
      if (lane.count(outcome) > 0 || outcome == Outcome.OK) {
        outcomes
            .append(outcomes.isEmpty() ? "" : ", ")
            .append(lane.count(outcome))
            .append(' ')
            .append(outcome.name().toLowerCase(Locale.ROOT).replace('_', ' '));
      }
    }
    var response = lane.response();
    return List.of(
        "%s: %d sent, %s".formatted(lane.route(), lane.sent(), outcomes),
        "response time p50 %s, p95 %s, max %s (this stack runs %d times as fast)"
            .formatted(
                millis(response.p50(), response.isLowerBound(50)),
                millis(response.p95(), response.isLowerBound(95)),
                millis(response.max(), response.isLowerBound(100)),
                speed));
  }

  private static String millis(Duration duration, boolean lowerBound) {
    return (lowerBound ? "> " : "") + duration.toMillis() + " ms";
  }

  private static Replay start(
      Plan plan, int port, RunningStack stack, String id, List<Sample> samples) {
    var target = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    return Replay.start(plan, target, stack.nonce() + ".shell-" + id, samples::add);
  }

  String open(int port, RunningStack stack, int connections) {
    var id = "s-" + numbers.incrementAndGet();
    streams.put(id, Collections.synchronizedList(new ArrayList<>()));
    more(id, port, stack, connections);
    return id;
  }

  void more(String id, int port, RunningStack stack, int connections) {
    if (connections < 1 || connections > MOST_STREAMS) {
      throw new IllegalArgumentException("streams: 1 to " + MOST_STREAMS);
    }
    var opened = streams(id);
    var lane =
        new Lane.Streams(
            "streams",
            "/stream_feed",
            connections,
            Duration.ZERO,
            Patience.of(STREAMS_LAST),
            Duration.ZERO);
    var plan = new Plan(List.of(lane), STREAMS_LAST, 1);
    var ended = Collections.synchronizedList(new ArrayList<Sample>());
    var run = id + "." + numbers.incrementAndGet();
    var ticks = new StreamTicks(stack, stack.nonce() + ".shell-" + run);
    opened.add(new OpenStreams(start(plan, port, stack, run, ended), ended, ticks));
  }

  private List<OpenStreams> streams(String id) {
    return Optional.ofNullable(streams.get(id))
        .orElseThrow(() -> new IllegalArgumentException("these streams are closed"));
  }

  /** Open, ticking, and a line for people. */
  List<String> look(String id) {
    int open = 0;
    int ticking = 0;
    int ended = 0;
    for (var some : List.copyOf(streams(id))) {
      var lane = some.replay().progress().lanes().getFirst();
      open += (int) lane.inFlight();
      ended += some.ended().size();
      ticking += some.ticks().ticking();
    }
    return List.of(
        Integer.toString(open),
        Integer.toString(ticking),
        "%d streams open, %d of them served (they tick), %d not yet%s"
            .formatted(
                open,
                ticking,
                Math.max(0, open - ticking),
                ended == 0 ? "" : "; %d have ended".formatted(ended)));
  }

  List<String> close(String id) {
    Optional.ofNullable(streams.remove(id)).ifPresent(LoadDesk::end);
    return List.of();
  }

  void closeAll() {
    List.copyOf(streams.keySet()).forEach(this::close);
  }

  private static void end(List<OpenStreams> opened) {
    opened.forEach(some -> Objects.requireNonNull(some.replay()).close());
  }
}
