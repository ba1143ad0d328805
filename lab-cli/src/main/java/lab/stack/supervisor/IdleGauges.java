package lab.stack.supervisor;

import java.time.Duration;
import java.util.function.LongSupplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Decides which gauges are worth keeping: all of them while the stack works, hardly any while
 * nobody asks it for anything, so that a stack may be up for weeks.
 *
 * <p>A gauge that counts something else than the one before it is always kept: nobody who reads
 * what was kept can be misled about a queue.
 */
final class IdleGauges {
  /** Longer than a sync worker may be silent, so that a stuck stack counts as one that works. */
  private static final long WORK_LASTS_NANOS = Duration.ofSeconds(40).toNanos();

  private static final long HEARTBEAT_NANOS = Duration.ofSeconds(60).toNanos();

  /** Our programs write the moment, then the kind, then the rest. */
  private static final int KIND_ENDS_BEFORE = 60;

  private static final String GAUGE = "\"event\":\"gauge\"";
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final LongSupplier nanoTime;
  private volatile long lastWork;

  /**
   * Takes the stack for one that works, until it proves idle.
   *
   * @param nanoTime the clock, as {@link System#nanoTime}
   */
  IdleGauges(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
    this.lastWork = nanoTime.getAsLong();
  }

  static boolean isGauge(String line) {
    int kind = line.indexOf(GAUGE);
    return kind >= 0 && kind < KIND_ENDS_BEFORE;
  }

  /** Something else than a gauge was reported. */
  void noteWork() {
    lastWork = nanoTime.getAsLong();
  }

  /** The gauges of one more process. */
  OfProcess process() {
    return new OfProcess();
  }

  /** What one process counts. */
  private record Counts(JsonNode inFlight, JsonNode queued, JsonNode backlog, JsonNode dropped) {
    static Counts of(String gauge) {
      var node = JSON.readTree(gauge);
      return new Counts(
          node.path("in_flight"), node.path("queued"), node.path("backlog"), node.path("dropped"));
    }
  }

  /** The gauges of one process, in their order. */
  final class OfProcess {
    private Counts kept = Counts.of("{}");
    private long keptAt;

    /** Whether a gauge is to be kept; if so, the next ones are compared with it. */
    boolean keeps(String gauge) {
      var counts = Counts.of(gauge);
      long now = nanoTime.getAsLong();
      boolean keeps =
          now - lastWork < WORK_LASTS_NANOS
              || now - keptAt >= HEARTBEAT_NANOS
              || !counts.equals(kept);
      if (keeps) {
        kept = counts;
        keptAt = now;
      }
      return keeps;
    }
  }
}
