package lab.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import lab.problem.Problem;
import lab.problem.ProblemException;
import lab.stack.NginxBinary;
import lab.stack.RunningStack;

/** nginx of a stack that is up: a person may have edited nginx.conf since it was started. */
final class FrontDoor {
  private FrontDoor() {}

  /**
   * What was done.
   *
   * @param nginx the version that serves
   * @param notes sentences for the person
   */
  record Reloaded(String nginx, List<String> notes) {}

  /**
   * Lets nginx read the configuration again if it is not the one that it serves.
   *
   * @throws ProblemException when the configuration has faults, or would need the stack to be
   *     started again
   */
  static Reloaded reloadIfChanged(Path configuration, Path state, RunningStack running)
      throws IOException {
    var nginx =
        NginxBinary.find(System.getenv(), state.resolve("nginx"))
            .orElseThrow(() ->
                new ProblemException(
                    new Problem("nginx is gone.", "", "install it again, then lab down")));
    var real = new HashMap<Integer, Integer>();
    running.ports().forEach((program, port) -> real.put(program.usualPort(), port));
    var generated =
        GeneratedConf.of(configuration, running.folder(), real, running.speed(), Optional.empty());
    var file = running.folder().resolve("nginx.conf");
    if (Arrays.equals(generated.bytes(), Files.readAllBytes(file))) {
      return new Reloaded(nginx.version().toString(), List.of());
    }
    if (generated.effectiveSpeed() != running.speed()) {
      throw new ProblemException(
          new Problem(
              "nginx.conf now allows speed "
                  + generated.effectiveSpeed()
                  + " only; the stack that is up runs at "
                  + running.speed()
                  + ".",
              configuration.toString(),
              "lab down, then run again"));
    }
    var candidate = running.folder().resolve("nginx.conf.new");
    Files.write(candidate, generated.bytes());
    NginxVerdict.of(nginx, candidate, running.folder(), generated).demandAccepted();
    Files.write(file, generated.bytes());
    nginx.reload(file, running.folder());
    return new Reloaded(
        nginx.version().toString(), List.of("nginx.conf has changed: nginx has read it again"));
  }
}
