package lab.stack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * What a short command left behind.
 *
 * @param exit its exit code; -1 when it was ended for taking too long
 * @param output what it wrote, standard output and error together
 */
public record Captured(int exit, String output) {
  public boolean succeeded() {
    return exit == 0;
  }

  /**
   * Runs a command to its end, with an empty standard input and a cleared environment but for PATH
   * and HOME.
   *
   * @throws IOException when it cannot be started
   */
  public static Captured run(List<String> command, Path folder, Duration limit) throws IOException {
    var builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
    // nginx takes sockets from a variable NGINX, and a person's locale changes messages.
    builder.environment().keySet().retainAll(List.of("PATH", "HOME"));
    var process = builder.start();
    process.getOutputStream().close();
    var output =
        CompletableFuture.supplyAsync(() -> {
          try (var stream = process.getInputStream()) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
          } catch (IOException endedWithTheProcess) {
            return "";
          }
        });
    try {
      boolean ended = process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
      if (!ended) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().waitFor();
      }
      return new Captured(ended ? process.exitValue() : -1, output.join());
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while waiting for " + command.getFirst(), e);
    }
  }
}
