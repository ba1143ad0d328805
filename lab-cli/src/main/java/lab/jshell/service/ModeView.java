package lab.jshell.service;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import lab.stack.ProcessId;
import lab.stack.Program;
import lab.stack.RunningStack;
import lab.stack.events.EventReader;
import lab.stack.events.ProgramEvent;

/** One program of a stack, from what it has reported so far. */
final class ModeView {
  private final RunningStack stack;
  private final Program mode;
  private final Map<String, Long> pidBySlot = new TreeMap<>();
  private final Map<Long, Map<String, ProgramEvent.Begun>> servingByPid = new LinkedHashMap<>();
  private final Map<Long, ProgramEvent.Gauge> gauges = new TreeMap<>();

  ModeView(RunningStack stack, Program mode) throws IOException {
    this.stack = stack;
    this.mode = mode;
    try (var events = new EventReader(stack.events(), 0)) {
      for (var some = events.next(); !some.isEmpty(); some = events.next()) {
        some.stream().filter(e -> e.origin().program().equals(mode.label())).forEach(this::note);
      }
    }
  }

  private void note(ProgramEvent event) {
    switch (event) {
      case ProgramEvent.Begun begun ->
          servingByPid
              .computeIfAbsent(begun.origin().pid(), _ -> new LinkedHashMap<>())
              .put(begun.slot(), begun);
      case ProgramEvent.Ended ended ->
          Optional.ofNullable(servingByPid.get(ended.origin().pid()))
              .ifPresent(serving -> serving.remove(ended.slot()));
      case ProgramEvent.Gauge gauge -> gauges.put(gauge.origin().pid(), gauge);
      case ProgramEvent.Worker worker -> {
        switch (worker.step()) {
          case "started", "ready" -> pidBySlot.put(worker.slot(), worker.worker());
          default -> pidBySlot.remove(worker.slot(), worker.worker());
        }
      }
      case ProgramEvent.Hello _, ProgramEvent.Tick _ -> {}
    }
  }

  /** Processes that serve requests now. */
  List<Long> pids() {
    return slots().values().stream()
        .filter(pid -> ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent())
        .toList();
  }

  private Map<String, Long> slots() {
    if (!pidBySlot.isEmpty()) {
      return pidBySlot;
    }
    return stack
        .child(mode.label())
        .map(ProcessId::pid)
        .map(pid -> Map.of("1", pid))
        .orElse(Map.of());
  }

  /** Slot, pid and what it does, with tabs between. */
  List<String> workers() {
    var lines = new ArrayList<String>();
    slots()
        .forEach((slot, pid) -> {
          if (pids().contains(pid)) {
            lines.add(slot + "\t" + pid + "\t" + does(pid));
          }
        });
    return lines;
  }

  private String does(long pid) {
    var serving = servingByPid.getOrDefault(pid, Map.of());
    if (serving.isEmpty()) {
      return "idle";
    }
    if (serving.size() == 1) {
      return "serves " + serving.values().iterator().next().route();
    }
    var byRoute = new TreeMap<String, Integer>();
    serving.values().forEach(begun -> byRoute.merge(begun.route(), 1, Integer::sum));
    var parts = new ArrayList<String>();
    byRoute.forEach((route, count) -> parts.add(count + " x " + route));
    return "serves " + String.join(", ", parts);
  }

  /** What the processes report of themselves, a line each. */
  List<String> gauges() {
    var lines = new ArrayList<String>();
    gauges.forEach((pid, gauge) -> {
      if (ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent()) {
        lines.add(
            "pid %d (%s): %s in flight, %s queued, %s in the kernel's backlog, %s threads, %s MB"
                .formatted(
                    pid,
                    gauge.origin().role(),
                    shown(gauge.inFlight()),
                    shown(gauge.queued()),
                    shown(gauge.backlog()),
                    shown(gauge.threads()),
                    megabytes(gauge.rssBytes())));
      }
    });
    return lines;
  }

  private static String shown(OptionalLong value) {
    return value.isPresent() ? Long.toString(value.getAsLong()) : "-";
  }

  private static String megabytes(OptionalLong bytes) {
    return bytes.isPresent() ? Long.toString(bytes.getAsLong() / 1024 / 1024) : "-";
  }
}
