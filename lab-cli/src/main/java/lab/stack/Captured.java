package lab.stack;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * What a short command left behind.
 *
 * @param exit its exit code; -1 when it was ended for taking too long
 * @param output what it wrote to standard output: its result
 * @param errors what it wrote to standard error: its words, and those of a JVM around it
 */
public record Captured(int exit, String output, String errors) {
  public boolean succeeded() {
    return exit == 0;
  }

  /** All that it wrote, for a person to read. */
  public String words() {
    return (output.strip() + "\n" + errors.strip()).strip();
  }

  /**
   * Runs a command to its end, with an empty standard input and a cleared environment but for PATH
   * and HOME.
   *
   * @throws IOException when it cannot be started
   */
  public static Captured run(List<String> command, Path folder, Duration limit) throws IOException {
    return run(command, folder, limit, false);
  }

  private static Captured run(
      List<String> command, Path folder, Duration limit, boolean stdinStaysOpen)
      throws IOException {
    var builder = new ProcessBuilder(command).directory(folder.toFile());
    // nginx takes sockets from a variable NGINX, and a person's locale changes messages.
    builder.environment().keySet().retainAll(List.of("PATH", "HOME"));
    var process = builder.start();
    if (!stdinStaysOpen) {
      process.getOutputStream().close();
    }
    var output = all(process.getInputStream());
    var errors = all(process.getErrorStream());
    try {
      boolean ended = process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
      if (!ended) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().waitFor();
      }
      return new Captured(ended ? process.exitValue() : -1, output.join(), errors.join());
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while waiting for " + command.getFirst(), e);
    }
  }

  /**
   * Runs commands side by side, each as {@link #run} does, but with a standard input that stays
   * open for as long as this process lives: who watches it outlives no lab.
   *
   * @return what each left behind, in their order
   * @throws IOException when one cannot be started, or this thread is interrupted: none is left
   *     running then
   */
  static List<Captured> runAtOnce(List<List<String>> commands, Path folder, Duration limit)
      throws IOException {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var running =
          commands.stream()
              .map(words -> threads.submit(() -> run(words, folder, limit, true)))
              .toList();
      var captured = new ArrayList<Captured>();
      try {
        for (var one : running) {
          captured.add(one.get());
        }
      } catch (InterruptedException | ExecutionException e) {
        threads.shutdownNow();
        if (e instanceof InterruptedException) {
          Thread.currentThread().interrupt();
        }
        throw new IOException(e.getMessage(), e);
      }
      return captured;
    }
  }

  /** Reads a pipe to its end, on a thread of its own: a full one would stop the process. */
  private static CompletableFuture<String> all(InputStream pipe) {
    var text = new CompletableFuture<String>();
    Thread.ofVirtual()
        .start(() -> {
          try (pipe) {
            text.complete(new String(pipe.readAllBytes(), StandardCharsets.UTF_8));
          } catch (IOException endedWithTheProcess) {
            text.complete("");
          }
        });
    return text;
  }
}
