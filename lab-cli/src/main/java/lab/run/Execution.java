package lab.run;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import lab.load.engine.Replay;
import lab.load.plan.Lane;
import lab.load.plan.Plan;
import lab.load.sample.Sample;
import lab.load.sample.SampleFile;
import lab.problem.Problem;
import lab.run.RunProgress.Phase;
import lab.run.RunProgress.RecoveryProgress;
import lab.run.RunResult.Recovery;
import lab.stack.FeedControl;
import lab.stack.Liveness;
import lab.stack.events.EventReader;

/**
 * Replays one plan against a stack that is up, and watches both sides: the clients' samples and the
 * programs' events.
 *
 * <p>Stopping it (Ctrl-C) ends the phase that is going on and keeps what was measured.
 */
final class Execution {
  private static final Duration LOOK_EVERY = Duration.ofMillis(100);
  private static final Duration STREAMS_END_WITHIN = Duration.ofSeconds(3);
  private static final int STREAMS_LOOK_EVERY_MILLIS = 5;

  /** Of the events so far, enough for many gauges of every process. */
  private static final long LATEST_BYTES = 256 * 1024;

  private final Plan plan;
  private final int speed;
  private final Target target;
  private final Traffic traffic;
  private final Deque<Traffic.FeedOrder> orders;
  private final RunFolder folder;
  private final Consumer<RunProgress> watcher;
  private final List<Sample> samples = Collections.synchronizedList(new ArrayList<>());
  private final Gauges gauges = new Gauges();
  private volatile boolean stopped;

  /**
   * Where the traffic goes and who tells of it.
   *
   * @param port nginx's, on loopback
   * @param nonce prefix of every request's nonce
   * @param events what the programs report
   * @param forecast what dead requests cost
   * @param feed where the feed takes orders
   * @param liveness whether all of them still live
   */
  record Target(
      int port,
      String nonce,
      Path events,
      RecoveryForecast forecast,
      Path feed,
      Liveness liveness) {}

  /**
   * What was observed.
   *
   * @param samples of the load, not of the recovery's probes
   * @param gauges as they were when the load ended
   * @param waitedBefore requests that waited in each mode when it began: of an earlier run
   * @param complete false when it was stopped, or lost a process, before the load had ended
   * @param loss what of the stack ended before the load had; empty when nothing did
   */
  record Observed(
      Instant started,
      List<Sample> samples,
      Map<String, Gauges.ModeGauge> gauges,
      Map<String, Long> waitedBefore,
      Recovery recovery,
      boolean complete,
      Optional<Problem> loss) {}

  /**
   * Prepares an execution.
   *
   * @param plan at the speed of the run
   * @param traffic the same in real time, with what belongs to it
   */
  Execution(
      Plan plan,
      int speed,
      Target target,
      Traffic traffic,
      RunFolder folder,
      Consumer<RunProgress> watcher) {
    this.plan = plan;
    this.speed = speed;
    this.target = target;
    this.traffic = traffic;
    this.orders = new ArrayDeque<>(traffic.orders());
    this.folder = folder;
    this.watcher = watcher;
  }

  /** Ends the phase that is going on; may be called from another thread. */
  void stop() {
    stopped = true;
  }

  Observed run() throws IOException, InterruptedException {
    long eventsBefore = Files.size(target.events());
    var waitedBefore = waiting(Math.max(0, eventsBefore - LATEST_BYTES));
    try (var events = new EventReader(target.events(), eventsBefore);
        var file = new SampleFile(folder.samples());
        var replay = start(plan, sample -> keep(sample, file))) {
      var loss = watch(replay, events);
      if (loss.isPresent()) {
        stop();
      }
      boolean complete = !stopped;
      gauges.add(events.next());
      var atEnd = gauges.all();
      var recovery = complete && traffic.recovery() ? recover(replay, events) : notWatched();
      if (!stopped && !traffic.recovery()) {
        awaitStreams(replay);
      }
      if (stopped || !traffic.recovery()) {
        replay.stop();
      }
      replay.await();
      copyEvents(eventsBefore);
      return new Observed(
          replay.startedAt(),
          new ArrayList<>(samples),
          atEnd,
          waitedBefore,
          recovery,
          complete,
          loss);
    }
  }

  /** By mode, what waits outside of any slot, as the latest gauges have it; 0 is left out. */
  private Map<String, Long> waiting(long fromByte) throws IOException {
    var latest = new Gauges();
    try (var events = new EventReader(target.events(), fromByte)) {
      latest.add(events.next());
    }
    var waiting = new TreeMap<String, Long>();
    latest.all().forEach((mode, gauge) -> waiting.put(mode, gauge.waiting()));
    waiting.values().removeIf(count -> count == 0);
    return waiting;
  }

  private Replay start(Plan traffic, Consumer<Sample> sink) {
    var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), target.port());
    return Replay.start(traffic, address, target.nonce(), sink::accept);
  }

  private void keep(Sample sample, SampleFile file) {
    samples.add(sample);
    file.accept(sample);
  }

  /** Watches the load to its end; returns what of the stack ended before that. */
  private Optional<Problem> watch(Replay replay, EventReader events)
      throws IOException, InterruptedException {
    var loss = target.liveness().loss();
    while (!stopped
        && loss.isEmpty()
        && replay.progress().elapsed().compareTo(plan.duration()) < 0) {
      gauges.add(events.next());
      tellFeed(replay.progress().elapsed());
      watcher.accept(new RunProgress(Phase.LOAD, replay.progress(), gauges, Optional.empty()));
      TimeUnit.MILLISECONDS.sleep(LOOK_EVERY.toMillis());
      loss = target.liveness().loss();
    }
    return loss;
  }

  /**
   * Streams end with the plan by themselves, a moment later: one that we stopped instead would not
   * count as having lived to the end.
   */
  private void awaitStreams(Replay replay) throws InterruptedException {
    var streams =
        plan.lanes().stream()
            .filter(Lane.Streams.class::isInstance)
            .map(Lane::name)
            .collect(Collectors.toSet());
    long deadline = System.nanoTime() + STREAMS_END_WITHIN.toNanos();
    while (System.nanoTime() < deadline
        && replay.progress().lanes().stream()
            .anyMatch(lane -> streams.contains(lane.lane()) && lane.inFlight() > 0)) {
      TimeUnit.MILLISECONDS.sleep(STREAMS_LOOK_EVERY_MILLIS);
    }
  }

  private void tellFeed(Duration elapsed) throws IOException {
    double real = elapsed.toNanos() / 1e9 * speed;
    while (!orders.isEmpty() && orders.getFirst().atSeconds() <= real) {
      new FeedControl(target.feed()).send(orders.removeFirst().word());
    }
  }

  private Recovery recover(Replay load, EventReader events) throws InterruptedException {
    var scene =
        new RecoveryWatch.Scene() {
          @Override
          public Replay start(Plan probes, Consumer<Sample> sink) {
            return Execution.this.start(probes, sink);
          }

          @Override
          public void look() throws IOException {
            gauges.add(events.next());
            target.liveness().demandWhole();
          }

          @Override
          public void tell(RecoveryProgress progress) {
            var phase = load.progress().done() ? Phase.RECOVERY : Phase.DRAIN;
            watcher.accept(new RunProgress(phase, load.progress(), gauges, Optional.of(progress)));
          }

          @Override
          public boolean stopped() {
            return stopped;
          }
        };
    return new RecoveryWatch(scene, gauges, speed, plan.seed()).watch(target.forecast());
  }

  private static Recovery notWatched() {
    return new Recovery(0, 0, Optional.empty(), 0);
  }

  /** The part of the programs' events that belongs to this run. */
  private void copyEvents(long from) throws IOException {
    try (var in = Files.newInputStream(target.events());
        var out = Files.newOutputStream(folder.events())) {
      in.skipNBytes(from);
      in.transferTo(out);
    }
  }
}
