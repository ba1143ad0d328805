package lab.stack.machine;

import static lab.stack.machine.Observation.fail;
import static lab.stack.machine.Observation.ok;
import static lab.stack.machine.Observation.warn;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.concurrent.locks.LockSupport;
import lab.problem.ProblemException;
import lab.stack.Ports;
import lab.stack.Program;
import lab.stack.RunningStack;
import lab.stack.nginx.NginxBinary;
import lab.stack.nginx.UnpackedNginx;

/** Looks at everything that a run depends on; changes nothing. */
public final class Checkup {
  private static final int WANTED_OPEN_FILES = 4096;
  private static final int WANTED_BACKLOG = 2048;
  private static final long WANTED_MEMORY_KB = 1_500_000;
  private static final long WANTED_DISK_BYTES = 500L * 1024 * 1024;
  private static final int OLDEST_JAVA = 25;
  private static final String NOT_AVAILABLE = "not available on this platform";

  private final Path state;
  private final Map<String, String> environment;
  private final Optional<RunningStack> running;

  /**
   * Prepares a look.
   *
   * @param state the checkout's {@code .lab}, which need not be there yet
   * @param environment the process environment
   * @param running our own stack, whose ports are taken rightly
   */
  public Checkup(Path state, Map<String, String> environment, Optional<RunningStack> running) {
    this.state = state;
    this.environment = environment;
    this.running = running;
  }

  /** All observations, in the order in which a person would put things right. */
  public List<Observation> look() {
    var seen = new ArrayList<Observation>();
    seen.add(java());
    seen.add(nginx());
    seen.add(ports());
    int cores = Runtime.getRuntime().availableProcessors();
    seen.add(openFiles(ProcFiles.numberAfter("/proc/self/limits", "Max open files")));
    seen.add(backlog(ProcFiles.number("/proc/sys/net/core/somaxconn")));
    seen.add(cores(cores));
    seen.add(load(loadAverage(), cores));
    seen.add(memory(ProcFiles.numberAfter("/proc/meminfo", "MemAvailable")));
    seen.add(disk());
    seen.add(clock());
    return seen;
  }

  private static Observation java() {
    var saw = System.getProperty("java.version") + " (" + System.getProperty("java.home") + ")";
    return Runtime.version().feature() >= OLDEST_JAVA
        ? ok("JDK", saw)
        : fail("JDK", saw, "install JDK 25 or newer");
  }

  private Observation nginx() {
    try {
      return NginxBinary.find(environment, state.resolve("nginx"))
          .map(nginx -> ok("nginx", nginx.version() + " (" + nginx.command().getLast() + ")"))
          .orElseGet(this::nginxMissing);
    } catch (ProblemException e) {
      var problem = e.problems().getFirst();
      return fail("nginx", problem.what() + " " + problem.where(), problem.next());
    }
  }

  private Observation nginxMissing() {
    var install = UnpackedNginx.installCommand(environment, System.getProperty("os.name", ""));
    return UnpackedNginx.possible(environment)
        ? warn("nginx", "not installed; lab up unpacks a copy into .lab/", install)
        : fail("nginx", "not found", install);
  }

  private Observation ports() {
    var taken = new ArrayList<String>();
    for (var program : Program.values()) {
      int port = program.usualPort();
      boolean ours = running.filter(stack -> stack.ports().containsValue(port)).isPresent();
      if (!ours && !Ports.isFree(port)) {
        var owner = PortOwner.of(port).map(PortOwner::describe).orElse("somebody");
        taken.add(port + " by " + owner);
      }
    }
    return taken.isEmpty()
        ? ok("ports", running.isPresent() ? "held by our own stack" : "8080 and 8100-8104 are free")
        : warn(
            "ports",
            "taken: " + String.join(", ", taken),
            "nothing to do: the lab takes free ports instead, and says so");
  }

  static Observation openFiles(OptionalLong soft) {
    return judge(
        "open files", soft, WANTED_OPEN_FILES, "%d", "ulimit -n 20000, in the shell before ./lab");
  }

  static Observation backlog(OptionalLong connections) {
    return judge(
        "backlog",
        connections,
        WANTED_BACKLOG,
        "the kernel queues up to %d connections",
        "sudo sysctl -w net.core.somaxconn=4096");
  }

  static Observation cores(int cores) {
    return cores >= 2
        ? ok("cores", Integer.toString(cores))
        : warn("cores", "1", "timing checks need two: give the machine another core if you can");
  }

  private static OptionalDouble loadAverage() {
    return ProcFiles.lines("/proc/loadavg").stream()
        .limit(1)
        .mapToDouble(line -> Double.parseDouble(line.split(" ", 2)[0]))
        .findFirst();
  }

  static Observation load(OptionalDouble load, int cores) {
    if (load.isEmpty()) {
      return ok("load", NOT_AVAILABLE);
    }
    var saw = "%.1f on %d cores".formatted(load.getAsDouble(), cores);
    return load.getAsDouble() <= cores
        ? ok("load", saw)
        : warn("load", saw, "close what else is working, or timing checks may say inconclusive");
  }

  static Observation memory(OptionalLong availableKb) {
    if (availableKb.isEmpty()) {
      return ok("memory", NOT_AVAILABLE);
    }
    var saw = availableKb.getAsLong() / 1024 + " MB available";
    return availableKb.getAsLong() >= WANTED_MEMORY_KB
        ? ok("memory", saw)
        : warn("memory", saw, "the stack needs about 1 GB: close what you can");
  }

  private Observation disk() {
    var folder =
        Files.isDirectory(state) ? state : Optional.ofNullable(state.getParent()).orElse(state);
    if (!Files.isWritable(folder)) {
      return fail("disk", folder + " cannot be written", "clone the lab into a folder of your own");
    }
    try {
      long free = Files.getFileStore(folder).getUsableSpace();
      var saw = free / 1024 / 1024 + " MB free";
      return free >= WANTED_DISK_BYTES
          ? ok("disk", saw)
          : warn("disk", saw, "delete logs of old runs, their results stay: " + RunLogs.REMOVE);
    } catch (IOException e) {
      return warn(
          "disk", "free space not available: " + e.getMessage(), "look at it yourself: df -h .");
    }
  }

  /**
   * Times 21 waits of a millisecond, and holds the wall clock against the monotonic one meanwhile.
   */
  private static Observation clock() {
    long wallBefore = System.currentTimeMillis();
    long before = System.nanoTime();
    var waits = new long[21];
    for (int i = 0; i < waits.length; i++) {
      long begun = System.nanoTime();
      LockSupport.parkNanos(Duration.ofMillis(1).toNanos());
      waits[i] = System.nanoTime() - begun;
    }
    long apart =
        Math.abs(
            System.currentTimeMillis()
                - wallBefore
                - Duration.ofNanos(System.nanoTime() - before).toMillis());
    Arrays.sort(waits);
    return clock(waits[waits.length / 2] / 1e6, apart);
  }

  /**
   * What the clock is good for.
   *
   * @param wait what a wait of one millisecond takes, in milliseconds
   * @param apart by how much the wall clock went otherwise than the monotonic one, in milliseconds
   */
  static Observation clock(double wait, long apart) {
    if (apart > 20) {
      return warn(
          "clock", "the wall clock jumped by " + apart + " ms", "let the time service settle");
    }
    var saw = "a wait of 1 ms takes %.2f ms; wall clock steady".formatted(wait);
    return wait < 3
        ? ok("clock", saw)
        : warn("clock", saw, "the machine is too busy or too virtual for fine timing");
  }

  private static Observation judge(
      String subject, OptionalLong saw, long wanted, String format, String fix) {
    if (saw.isEmpty()) {
      return ok(subject, NOT_AVAILABLE);
    }
    var text = format.formatted(saw.getAsLong());
    return saw.getAsLong() >= wanted ? ok(subject, text) : warn(subject, text, fix);
  }
}
