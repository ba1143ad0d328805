package lab.verify.arm;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import lab.check.evidence.Arm;
import lab.check.evidence.Health;
import lab.check.evidence.Passage;
import lab.check.evidence.Peak;
import lab.check.evidence.Service;
import lab.check.evidence.Setting;
import lab.load.sample.SampleFile;
import lab.run.Gauges.ModeGauge;
import lab.run.RunFolder;
import lab.run.RunResult;
import lab.run.nginx.NginxTrace;
import lab.stack.StateFiles;
import lab.stack.events.EventReader;
import lab.stack.events.ProgramEvent;

/**
 * The folder of one arm: what {@code lab run} keeps of a run, nginx's own log of whom it asked, and
 * a card. The evidence is a function of it, so that a verdict can be reached again at any time.
 */
public final class ArmFiles {
  /** Steps in a worker's life after which it serves nobody. */
  private static final Set<String> ENDS = Set.of("killed", "exited");

  private ArmFiles() {}

  /**
   * What stands in no other file of the folder.
   *
   * @param name of the arm
   * @param nonce of its stack
   * @param modes by port
   */
  record Card(
      String name, String nonce, Setting setting, Map<Integer, String> modes, Health health) {}

  static Path trace(RunFolder folder) {
    return folder.path().resolve("trace.ndjson");
  }

  static void write(RunFolder folder, Card card) throws IOException {
    StateFiles.write(card(folder), card);
  }

  /**
   * Reads the evidence back.
   *
   * @throws IOException when the folder holds no whole arm
   */
  public static Arm read(RunFolder folder) throws IOException {
    var card = whole(StateFiles.read(card(folder), Card.class), card(folder));
    var result = whole(StateFiles.read(folder.result(), RunResult.class), folder.result());
    var planned =
        java.time.Duration.ofNanos(
            Math.round(result.settings().seconds() * 1e9 / result.settings().speed()));
    return new Arm(
        card.name(),
        card.nonce(),
        planned,
        card.setting(),
        SampleFile.read(folder.samples()),
        services(folder.events(), result.started()),
        passages(trace(folder)),
        reasons(result),
        card.modes(),
        peaks(result),
        card.health());
  }

  private static Path card(RunFolder folder) {
    return folder.path().resolve("arm.json");
  }

  private static <T> T whole(java.util.Optional<T> found, Path file) throws IOException {
    return found.orElseThrow(() -> new IOException(file + " is not there or is torn"));
  }

  /** Begun and ended joined, with times from the start of the plan. */
  private static List<Service> services(Path events, Instant started) throws IOException {
    long zero = started.getEpochSecond() * 1_000_000_000L + started.getNano();
    var open = new HashMap<String, Service>();
    var all = new ArrayList<Service>();
    try (var reader = new EventReader(events, 0)) {
      for (var batch = reader.next(); !batch.isEmpty(); batch = reader.next()) {
        for (var event : batch) {
          join(event, zero, open, all);
        }
      }
    }
    all.addAll(open.values());
    return all;
  }

  private static void join(
      ProgramEvent event, long zero, Map<String, Service> open, List<Service> all) {
    long at = event.origin().atMicros() * 1000 - zero;
    switch (event) {
      case ProgramEvent.Begun(var origin, var slot, var request, var route) ->
          open.put(
              key(origin, slot, request),
              new Service(
                  request,
                  route,
                  origin.program(),
                  origin.pid(),
                  slot,
                  at,
                  OptionalLong.empty(),
                  "",
                  0));
      case ProgramEvent.Ended ended -> {
        var begun = open.remove(key(ended.origin(), ended.slot(), ended.request()));
        if (begun != null) {
          all.add(ended(begun, at, ended.outcome()));
        }
      }
      case ProgramEvent.Tick tick ->
          open.computeIfPresent(
              key(tick.origin(), tick.slot(), tick.request()),
              (_, begun) -> ticked(begun, tick.number()));
      case ProgramEvent.Worker worker when ENDS.contains(worker.step()) ->
          cut(worker.worker(), at, open, all);
      case ProgramEvent.Hello _, ProgramEvent.Worker _, ProgramEvent.Gauge _ -> {}
    }
  }

  /** A worker that was killed tells no end of what it served. */
  private static void cut(long pid, long at, Map<String, Service> open, List<Service> all) {
    var cut = open.entrySet().stream().filter(entry -> entry.getValue().pid() == pid).toList();
    for (var entry : cut) {
      all.add(ended(entry.getValue(), at, "failed"));
    }
    cut.stream().map(Map.Entry::getKey).toList().forEach(open::remove);
  }

  private static String key(ProgramEvent.Origin origin, String slot, String request) {
    return origin.pid() + " " + slot + " " + request;
  }

  private static Service ended(Service begun, long at, String outcome) {
    return new Service(
        begun.request(),
        begun.route(),
        begun.mode(),
        begun.pid(),
        begun.slot(),
        begun.begun(),
        OptionalLong.of(at),
        outcome,
        begun.ticks());
  }

  private static Service ticked(Service begun, long ticks) {
    return new Service(
        begun.request(),
        begun.route(),
        begun.mode(),
        begun.pid(),
        begun.slot(),
        begun.begun(),
        begun.ended(),
        begun.outcome(),
        ticks);
  }

  private static List<Passage> passages(Path trace) throws IOException {
    if (!Files.exists(trace)) {
      throw new NoSuchFileException(trace.toString());
    }
    return NginxTrace.read(trace, 0).stream()
        .map(line -> new Passage(line.nonce(), line.status(), line.upstreams(), line.cache()))
        .toList();
  }

  private static Map<String, Map<String, Long>> reasons(RunResult result) {
    var reasons = new TreeMap<String, Map<String, Long>>();
    result
        .reasons()
        .forEach((route, counts) -> {
          var words = new LinkedHashMap<String, Long>();
          counts.forEach((reason, count) -> words.put(reason.words(), count));
          reasons.put(route, words);
        });
    return reasons;
  }

  private static Map<String, Peak> peaks(RunResult result) {
    var peaks = new TreeMap<String, Peak>();
    result.modes().forEach((mode, gauge) -> peaks.put(mode, peak(gauge)));
    return peaks;
  }

  private static Peak peak(ModeGauge gauge) {
    return new Peak(
        gauge.mostInFlight(),
        gauge.mostQueued(),
        gauge.mostBacklog(),
        gauge.backlog().orElse(0) + gauge.queued(),
        gauge.rssBytes(),
        gauge.threads());
  }
}
