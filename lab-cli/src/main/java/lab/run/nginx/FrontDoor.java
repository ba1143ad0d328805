package lab.run.nginx;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
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
  private static final Duration TAKEN_WITHIN = Duration.ofSeconds(10);
  private static final Duration RETIRED_WITHIN = Duration.ofSeconds(10);
  private static final int LOOK_EVERY_MILLIS = 20;
  private static final String EMERGENCY = "[emerg]";

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
   * @param upstream the one upstream that all locations go to; empty leaves the routes as they are
   * @throws ProblemException when the configuration has faults, or would need the stack to be
   *     started again; nginx then serves as before
   */
  public static Reloaded reloadIfChanged(
      Path configuration, Path state, RunningStack running, Optional<String> upstream)
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
            Configuration.load(configuration), running.folder(), real, running.speed(), upstream);
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
    reload(nginx, generated.bytes(), configuration, running);
    return new Reloaded(
        nginx.version().toString(),
        List.of(
            upstream
                .map("nginx sends everything to %s until this run ends"::formatted)
                .orElse("nginx.conf has changed: nginx has read it again")));
  }

  /**
   * {@code nginx -t} does not see all: a zone that is in use cannot change its key, nor can a port
   * be taken that another program has. Then the one that serves says why in its log, goes on with
   * what it has, and its file must say so.
   */
  private static void reload(
      NginxBinary nginx, byte[] fresh, Path configuration, RunningStack running)
      throws IOException, InterruptedException {
    var file = running.folder().resolve("nginx.conf");
    var old = Files.readAllBytes(file);
    var before = workers(running);
    long saidBefore = Files.size(running.nginxErrors());
    boolean taken = false;
    try {
      Files.write(file, fresh);
      nginx.reload(file, running.folder());
      taken = within(TAKEN_WITHIN, () -> !before.containsAll(workers(running)));
    } finally {
      if (!taken) {
        Files.write(file, old);
      }
    }
    if (!taken) {
      throw new ProblemException(
          new Problem(
              "nginx goes on with the file that it has and does not take the changed one. "
                  + "It said:\n"
                  + emergencies(running.nginxErrors(), saidBefore),
              configuration.toString(),
              "lab down, then run again"));
    }
    within(RETIRED_WITHIN, () -> before.stream().noneMatch(FrontDoor::accepts));
  }

  private static List<ProcessHandle> workers(RunningStack running) {
    return running
        .child(Program.NGINX.label())
        .flatMap(ProcessId::live)
        .map(ProcessHandle::children)
        .map(Stream::toList)
        .orElse(List.of());
  }

  private static String emergencies(Path log, long fromByte) throws IOException {
    try (var in = Files.newInputStream(log)) {
      in.skipNBytes(fromByte);
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> line.contains(EMERGENCY))
          .map(line -> line.substring(line.indexOf(EMERGENCY)))
          .collect(Collectors.joining("\n"));
    }
  }

  private static boolean within(Duration limit, BooleanSupplier condition)
      throws InterruptedException {
    long deadline = System.nanoTime() + limit.toNanos();
    boolean holds = condition.getAsBoolean();
    while (!holds && System.nanoTime() < deadline) {
      TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MILLIS);
      holds = condition.getAsBoolean();
    }
    return holds;
  }

  /**
   * Whether it still takes connections, which it would route by the old file.
   *
   * <p>Source: nginx's {@code ngx_process_cycle.c}: the master starts the workers of a file that it
   * has taken, and then tells those of before to quit. A worker that was told so closes its
   * listening sockets and then calls itself "worker process is shutting down".
   */
  private static boolean accepts(ProcessHandle worker) {
    return worker.isAlive()
        && worker.info().commandLine().filter(title -> title.contains("shutting down")).isEmpty();
  }
}
