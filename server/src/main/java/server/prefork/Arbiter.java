package server.prefork;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.channels.ServerSocketChannel;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import server.events.Backlog;
import server.events.EventSink;
import server.events.Gauges;
import server.settings.ModeSettings;
import server.settings.Program;
import server.settings.StartFailure;

/**
 * The arbiter of mode {@code sync}: owns the listening socket, and starts, watches, kills, reaps
 * and replaces the workers.
 */
public final class Arbiter implements Program {
  private static final System.Logger LOG = System.getLogger(Arbiter.class.getName());

  /**
   * The first beat of a worker may take this long, whatever the timeout and the speed: how quickly
   * a process starts is the machine's affair, not the incident's.
   */
  private static final Duration BOOT = Duration.ofSeconds(30);

  /** Of looking after the workers; shorter where the timeout, which is divided by the speed, is. */
  private static final Duration LONGEST_ROUND = Duration.ofMillis(100);

  private final ModeSettings settings;
  private final ServerSocketChannel socket;
  private final int port;
  private final List<Seat> seats;
  private final long roundNanos;
  private final Thread watch = Thread.ofPlatform().name("watch").daemon().unstarted(this::watch);
  private final Gauges gauges;

  private Arbiter(
      ModeSettings settings,
      ServerSocketChannel socket,
      int port,
      List<Seat> seats,
      Duration timeout,
      EventSink events) {
    this.settings = settings;
    this.socket = socket;
    this.port = port;
    this.seats = seats;
    this.roundNanos = Math.min(LONGEST_ROUND.toNanos(), timeout.toNanos() / 10);
    this.gauges =
        Gauges.start(
            events,
            settings.speed(),
            new Gauges.Readings(
                OptionalLong::empty, OptionalLong::empty, new Backlog(port)::depth));
  }

  /**
   * Listens, starts the workers and waits until all accept. Call it first of all in a process, for
   * it needs descriptor 0.
   *
   * @param settings of the mode
   * @param workers processes that serve, one connection each
   * @param timeout a worker silent for longer is killed, already scaled
   * @param command the command line of each worker, by its number
   * @param events where the lives of the workers are reported
   * @throws StartFailure when the system does not let us listen there, or a worker ends before it
   *     ever served
   */
  public static Arbiter start(
      ModeSettings settings,
      int workers,
      Duration timeout,
      IntFunction<List<String>> command,
      EventSink events) {
    var socket = SharedSocket.listen(settings.host(), settings.port(), settings.backlog());
    var seats =
        IntStream.rangeClosed(1, workers)
            .mapToObj(slot -> new Seat(slot, command.apply(slot), BOOT, timeout, events))
            .toList();
    var arbiter = new Arbiter(settings, socket, SharedSocket.port(socket), seats, timeout, events);
    try {
      arbiter.fill();
    } catch (StartFailure failure) {
      arbiter.close();
      throw failure;
    }
    arbiter.watch.start();
    return arbiter;
  }

  private void fill() {
    seats.forEach(Seat::attend);
    while (!seats.stream().allMatch(Seat::isServing)) {
      if (seats.stream().anyMatch(Seat::isDeserted)) {
        throw new StartFailure(
            "a worker ended before it served", "read its lines above; check --worker-jvm-options");
      }
      seats.stream().filter(seat -> !seat.isServing()).forEach(Seat::guard);
      pause();
    }
  }

  private void watch() {
    while (!Thread.currentThread().isInterrupted()) {
      seats.forEach(Seat::attend);
      pause();
    }
  }

  private void pause() {
    try {
      TimeUnit.NANOSECONDS.sleep(roundNanos);
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public int port() {
    return port;
  }

  /** Lets every worker finish its request within the grace, then ends them all. */
  @Override
  public void close() {
    try {
      watch.interrupt();
      watch.join();
      var deadline = System.nanoTime() + settings.grace().toNanos();
      seats.forEach(Seat::terminate);
      for (var seat : seats) {
        seat.clear(Duration.ofNanos(deadline - System.nanoTime()));
      }
      gauges.close();
      socket.close();
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
    } catch (IOException failure) {
      LOG.log(Level.WARNING, "did not stop cleanly: {0}", failure.getMessage());
    }
  }
}
