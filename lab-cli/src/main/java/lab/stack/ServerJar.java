package lab.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import lab.problem.Problem;
import lab.problem.ProblemException;

/**
 * The programs under study, met only through their command lines.
 *
 * @param jar {@code server.jar}, with its libraries beside it
 */
public record ServerJar(Path jar) {
  private static final Duration CALIBRATION_LIMIT = Duration.ofSeconds(60);
  private static final Pattern NUMBER = Pattern.compile("[1-9]\\d{0,8}");

  /**
   * Names the jar.
   *
   * @throws ProblemException when the file is not there
   */
  public ServerJar {
    if (!Files.isRegularFile(jar)) {
      throw new ProblemException(
          new Problem(
              "The server has not been built.", jar.toString(), "./mvnw -DskipTests package"));
    }
  }

  /**
   * Tells one build from another.
   *
   * @throws IOException when the file is gone
   */
  public String build() throws IOException {
    return Files.size(jar) + " " + Files.getLastModifiedTime(jar).toMillis();
  }

  /**
   * Work of {@code /hash_me} that takes about 150 ms at speed 1 under the flags of each mode.
   *
   * <p>All modes are measured at once, so that a moment in which the machine is slow makes none of
   * them lighter than the others.
   *
   * @return iterations by mode, at speed 1
   * @throws ProblemException when a program does not say a number above 0
   * @throws IOException when a program cannot be run, or this thread is interrupted
   */
  public Map<Program, Integer> calibrate() throws IOException {
    var commands = Program.MODES.stream().map(this::calibration).toList();
    var said = Captured.runAtOnce(commands, Path.of("/"), CALIBRATION_LIMIT);
    var iterations = new EnumMap<Program, Integer>(Program.class);
    for (int at = 0; at < commands.size(); at++) {
      iterations.put(Program.MODES.get(at), iterations(commands.get(at), said.get(at)));
    }
    return iterations;
  }

  private List<String> calibration(Program mode) {
    var words = start(mode);
    words.addAll(List.of("calibrate", "--mode", mode.label(), "--exit-with-stdin"));
    return words;
  }

  /**
   * The number that a calibration ends its output with. A JVM may warn before it, with numbers too.
   *
   * @throws ProblemException when there is none above 0
   */
  static int iterations(List<String> command, Captured captured) {
    var last = captured.output().strip().lines().reduce("", (_, line) -> line.strip());
    if (captured.succeeded() && NUMBER.matcher(last).matches()) {
      return Integer.parseInt(last);
    }
    var said = captured.words();
    throw new ProblemException(
        new Problem(
            "The work of /hash_me could not be measured. "
                + (said.isEmpty()
                    ? "The calibration said nothing."
                    : "The calibration said:\n" + said),
            "exit code " + captured.exit() + " of: " + String.join(" ", command),
            "lab doctor says whether the machine is fit; then run that command by hand"));
  }

  /**
   * The children of a stack but for nginx.
   *
   * @param plan says nonce, sockets and ports; its children are not read
   */
  public List<ChildPlan> children(StackPlan plan, StackSettings settings) {
    var children = new ArrayList<ChildPlan>();
    children.add(child(Program.FEED, feed(plan, settings)));
    for (var mode : Program.MODES) {
      children.add(child(mode, mode(mode, plan, settings)));
    }
    return children;
  }

  private static ChildPlan child(Program program, List<String> words) {
    // sync's standard input is its listening socket, so that it cannot watch its parent there.
    return new ChildPlan(program.label(), words, OptionalInt.empty(), 0, program == Program.SYNC);
  }

  private List<String> feed(StackPlan plan, StackSettings settings) {
    var words = common(Program.FEED, plan);
    words.addAll(
        List.of(
            "--seed",
            Long.toString(settings.seed()),
            "--min",
            Integer.toString(settings.feedMinSeconds()),
            "--max",
            Integer.toString(settings.feedMaxSeconds()),
            "--control",
            plan.feedControl().toString()));
    return words;
  }

  private List<String> mode(Program mode, StackPlan plan, StackSettings settings) {
    var words = common(mode, plan);
    words.addAll(
        List.of(
            "--feed",
            "http://127.0.0.1:" + plan.port(Program.FEED),
            "--hash-iterations",
            Integer.toString(plan.iterations(mode)),
            "--backlog",
            Integer.toString(settings.backlog())));
    switch (mode) {
      case SYNC ->
          words.addAll(
              List.of(
                  "--workers",
                  Integer.toString(settings.syncWorkers()),
                  "--timeout",
                  Integer.toString(settings.timeoutSeconds())));
      case POOLED -> words.addAll(List.of("--threads", Integer.toString(settings.poolThreads())));
      case ASYNC -> {
        if (settings.blockingFeed()) {
          words.add("--blocking-feed");
        }
      }
      case VIRTUAL, FEED, NGINX -> {}
    }
    return words;
  }

  private List<String> common(Program program, StackPlan plan) {
    var words = start(program);
    words.addAll(
        List.of(
            program.label(),
            "--port",
            Integer.toString(plan.port(program)),
            "--speed",
            Integer.toString(plan.speed()),
            "--run",
            plan.nonce(),
            "--events",
            plan.eventSocket().toString()));
    if (program != Program.SYNC) {
      words.add("--exit-with-stdin");
    }
    return words;
  }

  private List<String> start(Program program) {
    int heap =
        switch (program) {
          case SYNC -> 32;
          case POOLED -> 128;
          case FEED, ASYNC, VIRTUAL -> 256;
          case NGINX -> throw new IllegalArgumentException("nginx is not a Java program");
        };
    var words = new ArrayList<>(Jvm.command(heap, jar.resolveSibling("server.jsa")));
    words.addAll(List.of("-jar", jar.toAbsolutePath().toString()));
    return words;
  }
}
