package lab.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import lab.load.sample.Sample;
import lab.run.nginx.NginxTrace;
import lab.stack.Program;
import lab.stack.events.EventReader;
import lab.stack.events.ProgramEvent;

/**
 * The modes that the requests of a run came to: nginx asked them, or they began to serve.
 *
 * @param modesByLane modes by the name of the lane; a lane that came to none is absent
 */
record Reached(Map<String, Set<String>> modesByLane) {
  Reached {
    modesByLane = Map.copyOf(modesByLane);
  }

  /** What tells of it. */
  record Witnesses(List<NginxTrace> trace, Path events, Map<Program, Integer> ports) {}

  /**
   * Follows every sample by its nonce.
   *
   * @throws IOException when the events cannot be read
   */
  static Reached of(List<Sample> samples, Witnesses witnesses) throws IOException {
    return of(
        samples.stream().collect(Collectors.toMap(Sample::nonce, Sample::lane, (one, _) -> one)),
        witnesses);
  }

  /** Follows every request, given its lane by its nonce. */
  static Reached of(Map<String, String> lanes, Witnesses witnesses) throws IOException {
    var found = new HashMap<String, Set<String>>();
    for (var line : witnesses.trace()) {
      for (var address : line.upstreams()) {
        mode(address, witnesses.ports()).ifPresent(mode -> note(lanes, line.nonce(), mode, found));
      }
    }
    try (var events = new EventReader(witnesses.events(), 0)) {
      for (var batch = events.next(); !batch.isEmpty(); batch = events.next()) {
        for (var event : batch) {
          if (event instanceof ProgramEvent.Begun begun) {
            note(lanes, begun.request(), begun.origin().program(), found);
          }
        }
      }
    }
    return new Reached(found);
  }

  /** Whether a request of the lane came to the mode. */
  boolean by(String lane, Program mode) {
    return modesByLane.getOrDefault(lane, Set.of()).contains(mode.label());
  }

  private static void note(
      Map<String, String> lanes, String nonce, String mode, Map<String, Set<String>> found) {
    Optional.ofNullable(lanes.get(nonce))
        .ifPresent(lane -> found.computeIfAbsent(lane, _ -> new TreeSet<>()).add(mode));
  }

  private static Optional<String> mode(String address, Map<Program, Integer> ports) {
    return Program.MODES.stream()
        .filter(mode -> ports.containsKey(mode) && address.endsWith(":" + ports.get(mode)))
        .map(Program::label)
        .findFirst();
  }
}
