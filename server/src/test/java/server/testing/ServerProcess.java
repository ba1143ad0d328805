package server.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A program of the packaged server, running. */
public final class ServerProcess implements AutoCloseable {
  private static final Pattern READY = Pattern.compile("ready (\\w+) pid=(\\d+) port=(\\d+)");
  private static final Duration START = Duration.ofSeconds(60);

  private final Process process;
  private final Queue<String> out = new ConcurrentLinkedQueue<>();
  private final Queue<String> err = new ConcurrentLinkedQueue<>();

  private ServerProcess(Process process) {
    this.process = process;
    read(process.getInputStream(), out);
    read(process.getErrorStream(), err);
  }

  /** The jar that was built. */
  public static Path jar() {
    return Path.of(System.getProperty("lab.server.jar"));
  }

  /** Starts a program on a free port and waits until it serves. */
  public static ServerProcess serving(String program, Object... options) {
    return serving(List.of(), program, options);
  }

  /** As {@link #serving(String, Object...)}, with options for the JVM. */
  public static ServerProcess serving(List<String> jvm, String program, Object... options) {
    var arguments = new ArrayList<Object>(List.of(program, "--port", 0));
    arguments.addAll(List.of(options));
    var flags = new ArrayList<>(ClassArchive.options());
    flags.addAll(jvm);
    var started = start(jar(), flags, arguments.toArray());
    started.awaitReady(program);
    return started;
  }

  /** Waits until it serves. */
  void awaitReady(String program) {
    Await.until(
        program + " is ready: " + err, START, () -> !process.isAlive() || readyLine() != null);
    if (readyLine() == null) {
      throw new AssertionError(program + " ended: " + err);
    }
  }

  /** Starts a program, with the flags that the lab gives it, and waits for nothing. */
  public static ServerProcess start(Path jar, List<String> jvm, Object... arguments) {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.addAll(jvm);
    command.addAll(List.of("-jar", jar.toString()));
    for (var argument : arguments) {
      command.add(argument.toString());
    }
    try {
      return new ServerProcess(new ProcessBuilder(command).start());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  public int port() {
    return Integer.parseInt(ready(3));
  }

  public String url() {
    return "http://127.0.0.1:" + port();
  }

  public long pid() {
    return process.pid();
  }

  /** What it printed, line by line. */
  public List<String> out() {
    return List.copyOf(out);
  }

  /** What it logged, line by line. */
  public List<String> err() {
    return List.copyOf(err);
  }

  public Process process() {
    return process;
  }

  /** Waits for its end. */
  public int exitCode() {
    Await.until("the end of " + pid(), () -> !process.isAlive());
    return process.exitValue();
  }

  /** SIGTERM. */
  public void terminate() {
    // Process.destroy would also close the pipe that its last words come through.
    process.toHandle().destroy();
  }

  /** SIGKILL. */
  public void kill() {
    process.destroyForcibly();
  }

  /** Whether a process runs; one that ended and is not reaped does not. */
  public static boolean runs(long pid) {
    try {
      var stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
      return stat.charAt(stat.lastIndexOf(')') + 2) != 'Z';
    } catch (IOException gone) {
      return false;
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
    process.descendants().forEach(ProcessHandle::destroyForcibly);
  }

  private String ready(int group) {
    var matcher = READY.matcher(String.valueOf(readyLine()));
    if (!matcher.matches()) {
      throw new AssertionError("not ready: " + out + err);
    }
    return matcher.group(group);
  }

  private @Nullable String readyLine() {
    return out.stream().filter(line -> READY.matcher(line).matches()).findFirst().orElse(null);
  }

  private static void read(InputStream from, Queue<String> to) {
    Thread.ofVirtual()
        .start(() -> {
          try (var lines =
              new BufferedReader(new InputStreamReader(from, StandardCharsets.UTF_8))) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
              to.add(line);
            }
          } catch (IOException closed) {
            to.add("(" + closed.getMessage() + ")");
          }
        });
  }
}
