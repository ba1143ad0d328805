package lab.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * The lab as a process of its own, which can be signalled and killed; its output goes to files.
 *
 * @param process the lab's JVM
 * @param logs the folder of both of its outputs; gone once it is closed
 * @param out what it printed
 * @param err what it narrated
 */
record LabProcess(Process process, Path logs, Path out, Path err) implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final Duration GONE_WITHIN = Duration.ofSeconds(3);
  private static final int LOOK_EVERY_MILLIS = 10;

  /**
   * Starts a command on a checkout; words before it, such as {@code setpriv}, in {@code before}.
   */
  static LabProcess start(
      Path root, List<String> before, Map<String, String> environment, String... words)
      throws IOException {
    var logs = Files.createTempDirectory("lab-process-");
    var all = new ArrayList<>(before);
    all.addAll(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Dlab.server.jar=" + System.getProperty("lab.server.jar"),
            "-jar",
            System.getProperty("lab.jar"),
            "--root",
            root.toString()));
    all.addAll(List.of(words));
    var builder =
        new ProcessBuilder(all)
            .redirectOutput(logs.resolve("out").toFile())
            .redirectError(logs.resolve("err").toFile());
    builder.environment().putAll(environment);
    return new LabProcess(builder.start(), logs, logs.resolve("out"), logs.resolve("err"));
  }

  static LabProcess start(Path root, String... words) throws IOException {
    return start(root, List.of(), Map.of(), words);
  }

  /**
   * Starts a command on a terminal of 80 columns, which says at the end how it was left.
   *
   * @param words after the checkout's name, for a shell
   */
  static LabProcess onTerminal(Path root, String words) throws IOException {
    return onTerminal(root, words, Map.of());
  }

  /** The same with variables of a person's own. */
  static LabProcess onTerminal(Path root, String words, Map<String, String> environment)
      throws IOException {
    var command =
        "stty rows 24 cols 80; '%s' '-Dlab.server.jar=%s' -jar '%s' --root '%s' %s; echo left with $?; stty -a"
            .formatted(
                Path.of(System.getProperty("java.home"), "bin", "java"),
                System.getProperty("lab.server.jar"),
                System.getProperty("lab.jar"),
                root,
                words);
    var logs = Files.createTempDirectory("lab-screen-");
    var builder =
        new ProcessBuilder(List.of("script", "-qefc", command, "/dev/null"))
            .redirectOutput(logs.resolve("out").toFile())
            .redirectError(logs.resolve("err").toFile());
    builder.environment().put("TERM", "xterm");
    builder.environment().putAll(environment);
    return new LabProcess(builder.start(), logs, logs.resolve("out"), logs.resolve("err"));
  }

  void signal(String name) throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor();
  }

  int exitCode() throws InterruptedException {
    if (!process.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
      throw new AssertionError("has not ended");
    }
    return process.exitValue();
  }

  String said() {
    return text(out) + text(err);
  }

  /** Waits until its output holds some words. */
  void awaitWords(String words) {
    await(words, PATIENCE, () -> said().contains(words) || !process.isAlive());
    if (!said().contains(words)) {
      throw new AssertionError("ended without \"" + words + "\": " + said());
    }
  }

  /** Waits until no process of a checkout is left, 3 s at most. */
  static void awaitNobodyOf(Path root) {
    await("nobody of " + root + ", but: " + of(root), GONE_WITHIN, () -> of(root).isEmpty());
  }

  /**
   * Command lines of a checkout's processes: those that name it, as the lab does, and those that
   * live in it, as all programs of its stack do, whatever their words.
   */
  static List<String> of(Path root) {
    return ProcessHandle.allProcesses()
        .filter(other -> other.pid() != ProcessHandle.current().pid())
        .filter(other -> commandLine(other).contains(root.toString()) || livesIn(root, other))
        .map(LabProcess::commandLine)
        .toList();
  }

  private static String commandLine(ProcessHandle process) {
    return process.info().commandLine().orElse("");
  }

  /** Source: proc(5), {@code /proc/pid/cwd}; a process that has ended is in no folder. */
  private static boolean livesIn(Path root, ProcessHandle process) {
    try {
      return Files.readSymbolicLink(Path.of("/proc/" + process.pid() + "/cwd"))
          .toString()
          .startsWith(root.toString());
    } catch (IOException ended) {
      return false;
    }
  }

  static void await(String what, Duration limit, BooleanSupplier condition) {
    long deadline = System.nanoTime() + limit.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("not within " + limit.toSeconds() + " s: " + what);
      }
      try {
        TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MILLIS);
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
    }
  }

  static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
    try {
      Files.deleteIfExists(out);
      Files.deleteIfExists(err);
      Files.deleteIfExists(logs);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
