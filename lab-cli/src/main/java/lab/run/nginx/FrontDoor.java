package lab.run.nginx;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import lab.nginx.syntax.closure.Configuration;
import lab.problem.Problem;
import lab.problem.ProblemException;
import lab.stack.ProcessId;
import lab.stack.Program;
import lab.stack.RunningStack;
import lab.stack.nginx.NginxBinary;

/** nginx of a stack that is up: a person may have edited nginx.conf since it was started. */
public final class FrontDoor {
  private static final Duration RETIRED_WITHIN = Duration.ofSeconds(10);
  private static final int LOOK_EVERY_MILLIS = 20;

  private FrontDoor() {}

  /**
   * What was done.
   *
   * @param nginx the version that serves
   * @param notes sentences for the person
   */
  public record Reloaded(String nginx, List<String> notes) {}

  /**
   * Lets nginx read the configuration again if it is not the one that it serves.
   *
   * @throws ProblemException when the configuration has faults, or would need the stack to be
   *     started again
   */
  public static Reloaded reloadIfChanged(Path configuration, Path state, RunningStack running)
      throws IOException, InterruptedException {
    var nginx =
        NginxBinary.find(System.getenv(), state.resolve("nginx"))
            .orElseThrow(() ->
                new ProblemException(
                    new Problem("nginx is gone.", "", "install it again, then lab down")));
    var real = new HashMap<Integer, Integer>();
    running.ports().forEach((program, port) -> real.put(program.usualPort(), port));
    var generated =
        GeneratedConf.of(
            Configuration.load(configuration),
            running.folder(),
            real,
            running.speed(),
            Optional.empty());
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
    var master = running.child(Program.NGINX.label()).flatMap(ProcessId::live);
    var before = master.map(ProcessHandle::children).map(Stream::toList).orElse(List.of());
    nginx.reload(file, running.folder());
    awaitRetired(before);
    return new Reloaded(
        nginx.version().toString(), List.of("nginx.conf has changed: nginx has read it again"));
  }

  /**
   * Waits until no worker of before takes connections any more, for it would route by the old file.
   *
   * <p>Source: nginx's {@code ngx_process_cycle.c}: a worker that was told to quit closes its
   * listening sockets and then calls itself "worker process is shutting down".
   */
  private static void awaitRetired(List<ProcessHandle> workers) throws InterruptedException {
    long deadline = System.nanoTime() + RETIRED_WITHIN.toNanos();
    while (workers.stream().anyMatch(FrontDoor::accepts) && System.nanoTime() < deadline) {
      TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MILLIS);
    }
  }

  private static boolean accepts(ProcessHandle worker) {
    return worker.isAlive()
        && worker.info().commandLine().filter(title -> title.contains("shutting down")).isEmpty();
  }
}
