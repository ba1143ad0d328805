package lab.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** One program of server.jar, started by its documented command line on a free port. */
final class ServerProgram implements AutoCloseable {
  private static final Pattern READY = Pattern.compile("ready \\w+ pid=(\\d+) port=(\\d+)");
  private static final Path JAR = Path.of(System.getProperty("lab.server.jar"));

  private final Process process;
  private final int port;

  private ServerProgram(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /**
   * Starts a program and waits until it serves.
   *
   * @param jvm flags before {@code -jar}
   * @throws IOException when it ends before it is ready
   */
  static ServerProgram start(List<String> jvm, String... words) throws IOException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(jvm);
    command.addAll(List.of("-jar", JAR.toString()));
    command.addAll(List.of(words));
    command.addAll(List.of("--port", "0"));
    var log = Files.createTempFile("bench-", ".log");
    log.toFile().deleteOnExit();
    var process = new ProcessBuilder(command).redirectError(log.toFile()).start();
    var lines =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    for (var line = lines.readLine(); line != null; line = lines.readLine()) {
      var ready = READY.matcher(line);
      if (ready.matches()) {
        Thread.ofVirtual().start(() -> lines.lines().forEach(ignored -> {}));
        return new ServerProgram(process, Integer.parseInt(ready.group(2)));
      }
    }
    throw new IOException(
        String.join(" ", words) + " ended before it was ready: " + Files.readString(log));
  }

  int port() {
    return port;
  }

  String url() {
    return "http://127.0.0.1:" + port;
  }

  /** A line of {@code /proc/PID/status}, as a number; -1 where the platform has none. */
  long status(String label) throws IOException {
    var file = Path.of("/proc", Long.toString(process.pid()), "status");
    if (!Files.isReadable(file)) {
      return -1;
    }
    return Files.readAllLines(file).stream()
        .filter(line -> line.startsWith(label + ":"))
        .map(line -> Long.parseLong(line.replaceAll("\\D+", "")))
        .findFirst()
        .orElse(-1L);
  }

  /** Processor time so far, in nanoseconds. */
  long cpuNanos() {
    return process.info().totalCpuDuration().map(java.time.Duration::toNanos).orElse(0L);
  }

  @Override
  public void close() {
    var below = process.descendants().toList();
    process.destroy();
    try {
      if (!process.waitFor(8, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    below.forEach(ProcessHandle::destroyForcibly);
  }
}
