package lab.load.engine;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import lab.load.plan.Arrival;
import lab.load.plan.Lane;
import lab.load.plan.Plan;
import lab.load.plan.Schedule;
import lab.load.sample.Answer;
import lab.load.sample.Cause;
import lab.load.sample.Failure;
import lab.load.sample.Phase;
import lab.load.sample.Sample;
import lab.load.sample.SampleSink;
import lab.problem.Problem;
import lab.problem.ProblemException;

/**
 * A plan being replayed: open loop, each arrival sent at its intended start whatever became of
 * those before it.
 *
 * <p>One platform thread paces, one virtual thread serves each request, one thread ends what is
 * overdue and one records. Nothing is retried, and every arrival that was let go or refused leaves
 * exactly one sample. After the plan's end, requests still in flight are awaited up to their own
 * deadlines; streams end with the plan.
 */
public final class Replay implements AutoCloseable {
  private static final Duration LEAD = Duration.ofMillis(50);
  private static final long WATCH_NANOS = 5_000_000L;

  private final Plan plan;
  private final InetSocketAddress target;
  private final String run;
  private final List<Arrival> schedule;
  private final Flights flights;
  private final Map<String, LaneCount> counts = new LinkedHashMap<>();
  private final Map<String, ConcurrentLinkedDeque<Wire>> idle = new ConcurrentHashMap<>();
  private final Recorder recorder;
  private final RunClock clock;
  private final Thread pacing;
  private final Thread watching;
  private final Thread recording;
  private volatile boolean stopped;
  private volatile boolean paced;

  private Replay(Plan plan, InetSocketAddress target, String run, SampleSink sink) {
    this.plan = plan;
    this.target = target;
    this.run = run;
    this.schedule = Schedule.of(plan);
    this.flights = new Flights(plan.caps().inFlight());
    var planned =
        schedule.stream()
            .collect(Collectors.groupingBy(a -> a.lane().name(), Collectors.counting()));
    for (var lane : plan.lanes()) {
      counts.put(lane.name(), new LaneCount(lane, planned.getOrDefault(lane.name(), 0L)));
      idle.put(lane.name(), new ConcurrentLinkedDeque<>());
    }
    this.recorder = new Recorder(counts, sink);
    this.pacing = Thread.ofPlatform().daemon().name("load-pacer").unstarted(this::pace);
    this.watching = Thread.ofPlatform().daemon().name("load-watch").unstarted(this::watch);
    this.recording = Thread.ofPlatform().daemon().name("load-recorder").unstarted(recorder);
    this.clock = RunClock.startingIn(LEAD);
  }

  /**
   * Starts the traffic and returns at once.
   *
   * @param target where it goes; a loopback address
   * @param run prefix of every nonce; letters, digits and {@code _.-}
   * @param sink takes the samples while the run goes on
   * @throws ProblemException when the target is not loopback, or the plan is larger than its caps
   */
  public static Replay start(Plan plan, InetSocketAddress target, String run, SampleSink sink) {
    if (target.isUnresolved() || !target.getAddress().isLoopbackAddress()) {
      throw new ProblemException(
          new Problem(
              "the lab sends traffic to this machine only",
              target.toString(),
              "choose a port on 127.0.0.1"));
    }
    if (!run.matches("[A-Za-z0-9_.-]+")) {
      throw new IllegalArgumentException("a run is named with letters, digits and _.-: " + run);
    }
    plan.demandWithinCaps();
    var replay = new Replay(plan, target, run, sink);
    replay.recording.start();
    replay.watching.start();
    replay.pacing.start();
    return replay;
  }

  /** The moment that every sample's nanoseconds count from. */
  public Instant startedAt() {
    return clock.startedAt();
  }

  /** The counters now; cheap enough for ten calls a second. */
  public Progress progress() {
    long now = clock.nanos();
    return new Progress(
        Duration.ofNanos(Math.max(0, now)),
        plan.duration(),
        counts.values().stream().map(count -> count.progress(now)).toList(),
        !recording.isAlive());
  }

  /**
   * Waits until every request has ended and the sink has every sample.
   *
   * @return the last counters
   * @throws InterruptedException when interrupted; the replay goes on until it is stopped
   * @throws RuntimeException what the sink threw first, if it did
   */
  public Progress await() throws InterruptedException {
    recording.join();
    var refusal = recorder.refusal();
    if (refusal.isPresent()) {
      throw refusal.get();
    }
    return progress();
  }

  /** Sends nothing more and ends what is in flight; what was measured reaches the sink. */
  public void stop() {
    stopped = true;
    LockSupport.unpark(pacing);
  }

  /** Stops, and waits for the threads to end. */
  @Override
  public void close() {
    stop();
    boolean interrupted = false;
    while (recording.isAlive()) {
      try {
        recording.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void pace() {
    for (var arrival : schedule) {
      for (long wait = arrival.intendedNanos() - clock.nanos();
          wait > 0 && !stopped;
          wait = arrival.intendedNanos() - clock.nanos()) {
        LockSupport.parkNanos(wait);
      }
      if (stopped) {
        break;
      }
      dispatch(arrival);
    }
    paced = true;
  }

  private void dispatch(Arrival arrival) {
    var flight = new Flight(arrival, clock, plan.duration().toNanos());
    if (flights.tryEnter()) {
      counts(arrival.lane()).sent();
      flights.add(flight);
      Thread.startVirtualThread(() -> serve(flight));
    } else {
      recorder.add(refused(flight));
    }
  }

  private void serve(Flight flight) {
    var lane = flight.arrival().lane();
    var nonce = nonce(flight.arrival());
    var count = counts(lane);
    var wire = Optional.ofNullable(idle(lane).pollLast()).orElseGet(Wire::new);
    try {
      var exchange = new Exchange(flight, nonce, wire, count::tick);
      recorder.add(exchange.run(target, Exchange.request(lane, target, nonce)));
      if (Exchange.keepsAlive(lane) && exchange.leavesConnectionOpen() && !stopped) {
        idle(lane).addLast(wire);
      } else {
        wire.close();
      }
    } finally {
      flights.leave(flight);
    }
  }

  /** Ends what is overdue until nothing is left, then lets the recorder finish. */
  private void watch() {
    while (!paced || !flights.isEmpty()) {
      LockSupport.parkNanos(WATCH_NANOS);
      if (stopped) {
        flights.endAll(Cause.STOPPED);
      }
      flights.endOverdue(clock.nanos());
    }
    idle.values().forEach(wires -> wires.forEach(Wire::close));
    recorder.complete();
  }

  private Sample refused(Flight flight) {
    var lane = flight.arrival().lane();
    var failure = new Failure(Phase.CONNECT, Cause.CAP, "cap of " + plan.caps().inFlight());
    return new Sample(
        nonce(flight.arrival()),
        lane.name(),
        lane.route(),
        lane instanceof Lane.Streams,
        flight.moments(),
        OptionalInt.empty(),
        Answer.NONE,
        failure.outcome(OptionalInt.empty()),
        Optional.of(failure));
  }

  private String nonce(Arrival arrival) {
    return run + "-" + arrival.id();
  }

  private LaneCount counts(Lane lane) {
    return Optional.ofNullable(counts.get(lane.name())).orElseThrow();
  }

  private ConcurrentLinkedDeque<Wire> idle(Lane lane) {
    return Optional.ofNullable(idle.get(lane.name())).orElseThrow();
  }
}
