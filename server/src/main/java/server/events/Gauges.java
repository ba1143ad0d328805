package server.events;

import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import server.settings.Speed;

/** Reports the gauges of this process from a thread of their own, so that none can be stuck. */
public final class Gauges implements AutoCloseable {
  private static final Duration PERIOD = Duration.ofMillis(250);
  private static final Duration SHORTEST_PERIOD = Duration.ofMillis(50);

  private final EventSink events;
  private final Readings readings;
  private final long periodNanos;
  private final Thread reporter;

  /**
   * What only the program itself knows; read from the reporting thread.
   *
   * @param inFlight requests being served
   * @param queued accepted, waiting for a slot; empty where there is no such queue
   * @param backlog not yet accepted; empty where it is not to be had
   */
  public record Readings(
      Supplier<OptionalLong> inFlight,
      Supplier<OptionalLong> queued,
      Supplier<OptionalLong> backlog) {}

  private Gauges(EventSink events, Speed speed, Readings readings) {
    this.events = events;
    this.readings = readings;
    var scaled = speed.of(PERIOD);
    this.periodNanos = (scaled.compareTo(SHORTEST_PERIOD) < 0 ? SHORTEST_PERIOD : scaled).toNanos();
    this.reporter = Thread.ofPlatform().name("gauges").daemon().unstarted(this::report);
  }

  /**
   * Starts to report: every 250 ms divided by the speed, at most 20 times a second. Processor time,
   * memory and threads are asked for every 250 ms whatever the speed.
   */
  public static Gauges start(EventSink events, Speed speed, Readings readings) {
    var gauges = new Gauges(events, speed, readings);
    gauges.reporter.start();
    return gauges;
  }

  @Override
  public void close() {
    reporter.interrupt();
  }

  private void report() {
    try {
      var process = ProcessGauges.now();
      long asked = System.nanoTime();
      while (true) {
        if (System.nanoTime() - asked >= PERIOD.toNanos()) {
          process = ProcessGauges.now();
          asked = System.nanoTime();
        }
        events.emit(
            new Event.Gauge(
                readings.inFlight().get(),
                readings.queued().get(),
                readings.backlog().get(),
                process.cpuMicros(),
                process.rssBytes(),
                process.threads(),
                events.dropped()));
        TimeUnit.NANOSECONDS.sleep(periodNanos);
      }
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
    }
  }
}
