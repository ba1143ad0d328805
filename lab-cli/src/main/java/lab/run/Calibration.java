package lab.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import lab.stack.Program;
import lab.stack.ServerJar;
import lab.stack.StateFiles;

/**
 * How much hashing takes about 150 ms on this machine while all of its processors compute, in each
 * mode.
 *
 * @param key what it depends on: the JDK and the server's jar
 * @param iterations by mode, at speed 1
 */
record Calibration(String key, Map<Program, Integer> iterations) {
  /** So that a number of an older lab, which read it otherwise, is measured again. */
  private static final String FORM = "3 ";

  Calibration {
    iterations = Map.copyOf(iterations);
  }

  /** The calibration kept from before if it still holds, or a new one, which is then kept. */
  static Calibration of(ServerJar server, Path state, Consumer<String> progress)
      throws IOException {
    var file = state.resolve("calibration.json");
    var key = FORM + System.getProperty("java.vm.version") + " " + server.build();
    Optional<Calibration> kept =
        StateFiles.read(file, Calibration.class).filter(found -> found.key().equals(key));
    if (kept.isPresent()) {
      return kept.get();
    }
    progress.accept("measuring how fast this machine hashes (once after each build)");
    var measured = new Calibration(key, server.calibrate());
    StateFiles.write(file, measured);
    return measured;
  }

  /** Iterations at a speed: a k-th of the work takes a k-th of the time. */
  Map<Program, Integer> at(int speed) {
    var scaled = new EnumMap<Program, Integer>(Program.class);
    iterations.forEach((mode, count) -> scaled.put(mode, Math.max(1, count / speed)));
    return scaled;
  }
}
