package server.prefork;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import server.events.Event;
import server.events.Event.Worker.Step;
import server.events.EventSink;

/**
 * The place of one worker: who holds it, and when the next one may.
 *
 * <p>Used by one thread at a time.
 */
final class Seat {
  private static final System.Logger LOG = System.getLogger(Seat.class.getName());

  /**
   * Two starts are at least this far apart, so that a worker that cannot start does not spin. Not
   * divided by the speed: a JVM boots no quicker in a quick replay.
   */
  private static final Duration BETWEEN_STARTS = Duration.ofSeconds(1);

  /**
   * A thread dump may take this long; a worker that is stopped never gives one. Not divided by the
   * speed: how long a dump takes is the machine's affair, not the incident's.
   */
  private static final Duration LAST_WORDS = Duration.ofSeconds(2);

  private final int slot;
  private final List<String> command;
  private final Duration boot;
  private final Duration timeout;
  private final EventSink events;
  private Optional<WorkerProcess> worker = Optional.empty();
  private Optional<Long> doomedAtNanos = Optional.empty();
  private boolean killed;
  private long startableAtNanos = System.nanoTime();

  /**
   * @param slot number of the worker, from 1
   * @param command its command line
   * @param boot a worker whose first beat takes longer is killed
   * @param timeout a worker silent for longer is killed
   * @param events where its life is reported
   */
  Seat(int slot, List<String> command, Duration boot, Duration timeout, EventSink events) {
    this.slot = slot;
    this.command = command;
    this.boot = boot;
    this.timeout = timeout;
    this.events = events;
  }

  /** Does what is due: reap, kill, start. */
  void attend() {
    worker.filter(held -> !held.isAlive()).ifPresent(this::reap);
    worker.ifPresentOrElse(this::check, this::startWhenDue);
  }

  /** Kills a worker that is silent for too long; neither reaps nor replaces it. */
  void guard() {
    worker.ifPresent(this::check);
  }

  /** A worker is here and has beaten. */
  boolean isServing() {
    return worker.filter(WorkerProcess::isReady).isPresent();
  }

  /** The worker is gone. */
  boolean isDeserted() {
    return worker.filter(WorkerProcess::isAlive).isEmpty();
  }

  void terminate() {
    worker.ifPresent(WorkerProcess::terminate);
  }

  /** Waits for the worker's end, and makes it. */
  void clear(Duration atMost) throws InterruptedException {
    if (worker.isPresent()) {
      var held = worker.orElseThrow();
      if (!held.awaitEnd(atMost)) {
        kill(held, "still busy after the grace");
        held.awaitEnd(BETWEEN_STARTS);
      }
      if (!held.isAlive()) {
        reap(held);
      }
    }
  }

  private void reap(WorkerProcess gone) {
    tell(Step.EXITED, gone.pid(), gone.end());
    worker = Optional.empty();
    doomedAtNanos = Optional.empty();
    killed = false;
  }

  private void check(WorkerProcess held) {
    if (killed) {
      return;
    }
    if (held.silence().compareTo(limit(held)) <= 0) {
      doomedAtNanos = Optional.empty(); // what it holds by now is another request
    } else if (doomedAtNanos.isEmpty()) {
      held.dumpThreads();
      doomedAtNanos = Optional.of(System.nanoTime());
    } else if (held.hasDumped()
        || System.nanoTime() - doomedAtNanos.orElseThrow() > LAST_WORDS.toNanos()) {
      kill(held, "silent for more than " + limit(held).toMillis() + " ms");
    }
  }

  private Duration limit(WorkerProcess held) {
    return held.isReady() ? timeout : boot;
  }

  private void kill(WorkerProcess held, String reason) {
    tell(Step.KILLED, held.pid(), reason);
    held.kill();
    killed = true;
  }

  private void startWhenDue() {
    long now = System.nanoTime();
    if (now - startableAtNanos < 0) {
      return;
    }
    startableAtNanos = now + BETWEEN_STARTS.toNanos();
    try {
      var started = WorkerProcess.start(slot, command, pid -> tell(Step.READY, pid, ""));
      tell(Step.STARTED, started.pid(), "");
      worker = Optional.of(started);
    } catch (IOException failure) {
      LOG.log(Level.ERROR, "cannot start worker {0}: {1}", slot, failure.getMessage());
    }
  }

  private void tell(Step step, long pid, String reason) {
    var detail = reason.isEmpty() ? "" : ": " + reason;
    LOG.log(
        Level.INFO,
        () ->
            "worker "
                + slot
                + " (pid "
                + pid
                + ") "
                + step.name().toLowerCase(Locale.ROOT)
                + detail);
    events.emit(new Event.Worker(step, Integer.toString(slot), pid, reason));
  }
}
