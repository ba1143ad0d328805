package lab.run;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import lab.stack.Program;
import lab.stack.events.ProgramEvent;
import lab.stack.events.ProgramEvent.Begun;
import lab.stack.events.ProgramEvent.Ended;
import lab.stack.events.ProgramEvent.Gauge;
import lab.stack.events.ProgramEvent.Hello;
import lab.stack.events.ProgramEvent.Tick;
import lab.stack.events.ProgramEvent.Worker;

/** The state of every mode as its events tell it: now, and at its highest. */
public final class Gauges {
  private final Map<String, ModeGauge> modes = new LinkedHashMap<>();

  /**
   * One mode.
   *
   * @param inFlight requests being served now
   * @param queued requests accepted that wait for a slot
   * @param backlog connections that the kernel queues; empty where the platform does not tell
   * @param mostInFlight the highest so far
   * @param mostQueued the highest so far
   * @param mostBacklog the highest so far
   * @param rssBytes resident memory of all its processes together, the highest so far: while a
   *     killed worker is being replaced there is less
   * @param threads of all its processes
   * @param workersKilled by their arbiter so far
   * @param cpuShare processor time of all its processes over the time watched; 1 is one core
   */
  public record ModeGauge(
      long inFlight,
      long queued,
      OptionalLong backlog,
      long mostInFlight,
      long mostQueued,
      long mostBacklog,
      long rssBytes,
      long threads,
      long workersKilled,
      double cpuShare) {
    static final ModeGauge NONE = new ModeGauge(0, 0, OptionalLong.empty(), 0, 0, 0, 0, 0, 0, 0);

    /** Requests that wait outside of any slot. */
    public long waiting() {
      return queued + backlog.orElse(0);
    }
  }

  private final Map<String, Map<Long, Gauge>> latest = new HashMap<>();
  private final Map<String, Map<Long, Gauge>> first = new HashMap<>();
  private final Map<String, Map<String, Long>> busy = new HashMap<>();

  public Gauges() {
    Program.MODES.forEach(mode -> modes.put(mode.label(), ModeGauge.NONE));
  }

  /** Takes more events in, in the order in which they arrived. */
  public synchronized void add(List<ProgramEvent> events) {
    for (var event : events) {
      var program = event.origin().program();
      if (modes.containsKey(program)) {
        add(program, event);
      }
    }
  }

  /** One mode now. */
  public synchronized ModeGauge of(Program mode) {
    return modes.getOrDefault(mode.label(), ModeGauge.NONE);
  }

  /** All modes by name, in the order of the course. */
  public synchronized Map<String, ModeGauge> all() {
    return new LinkedHashMap<>(modes);
  }

  private void add(String program, ProgramEvent event) {
    switch (event) {
      case Begun begun -> {
        slots(program).merge(begun.origin().pid() + "/" + begun.slot(), 1L, Long::sum);
        recompute(program, 0);
      }
      case Ended ended -> {
        slots(program).remove(ended.origin().pid() + "/" + ended.slot());
        recompute(program, 0);
      }
      case Gauge gauge -> {
        latest.computeIfAbsent(program, p -> new HashMap<>()).put(gauge.origin().pid(), gauge);
        first
            .computeIfAbsent(program, p -> new HashMap<>())
            .putIfAbsent(gauge.origin().pid(), gauge);
        recompute(program, 0);
      }
      case Worker worker -> {
        if (worker.step().equals("exited") || worker.step().equals("killed")) {
          var gone = worker.worker();
          slots(program).keySet().removeIf(slot -> slot.startsWith(gone + "/"));
          latest.computeIfAbsent(program, p -> new HashMap<>()).remove(gone);
        }
        recompute(program, worker.step().equals("killed") ? 1 : 0);
      }
      case Hello hello -> {}
      case Tick tick -> {}
    }
  }

  private Map<String, Long> slots(String program) {
    return busy.computeIfAbsent(program, p -> new HashMap<>());
  }

  private void recompute(String program, int killed) {
    var before = modes.getOrDefault(program, ModeGauge.NONE);
    var gauges = latest.getOrDefault(program, Map.of()).values();
    long inFlight = slots(program).size();
    long queued = gauges.stream().mapToLong(gauge -> gauge.queued().orElse(0)).sum();
    var backlog = gauges.stream().map(Gauge::backlog).filter(OptionalLong::isPresent).findFirst();
    long waiting = backlog.map(OptionalLong::getAsLong).orElse(0L);
    modes.put(
        program,
        new ModeGauge(
            inFlight,
            queued,
            backlog.orElse(OptionalLong.empty()),
            Math.max(before.mostInFlight(), inFlight),
            Math.max(before.mostQueued(), queued),
            Math.max(before.mostBacklog(), waiting),
            Math.max(
                before.rssBytes(),
                gauges.stream().mapToLong(gauge -> gauge.rssBytes().orElse(0)).sum()),
            gauges.stream().mapToLong(gauge -> gauge.threads().orElse(0)).sum(),
            before.workersKilled() + killed,
            gauges.stream().mapToDouble(gauge -> cpuShare(program, gauge)).sum()));
  }

  private double cpuShare(String program, Gauge now) {
    var then = first.getOrDefault(program, Map.of()).getOrDefault(now.origin().pid(), now);
    long micros = now.origin().atMicros() - then.origin().atMicros();
    return micros <= 0
        ? 0
        : (now.cpuMicros().orElse(0) - then.cpuMicros().orElse(0)) / (double) micros;
  }
}
