package lab.stack.trial;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import lab.problem.Problem;
import lab.problem.ProblemException;
import lab.stack.nginx.NginxBinary;

/** A real nginx on a file of its own folder, from its start to its end. */
public final class NginxTrial implements AutoCloseable {
  private static final Duration STARTS_WITHIN = Duration.ofSeconds(20);
  private static final Duration ENDS_WITHIN = Duration.ofSeconds(5);
  private static final long POLL_MILLIS = 5;

  private final Process process;

  private NginxTrial(Process process) {
    this.process = process;
  }

  /**
   * Starts nginx in the foreground and waits until it listens.
   *
   * @param conf a file that says {@code daemon off}, absolute
   * @param folder the folder for what nginx writes, absolute
   * @param address an address that it will listen on
   * @throws ProblemException with nginx's own words when it does not start
   * @throws IOException when the program cannot be run
   */
  public static NginxTrial start(
      NginxBinary nginx, Path conf, Path folder, InetSocketAddress address) throws IOException {
    var said = folder.resolve("said.txt");
    var builder =
        new ProcessBuilder(nginx.commandLine(conf, folder))
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(said.toFile());
    // nginx takes sockets from a variable NGINX
    builder.environment().keySet().retainAll(List.of("PATH", "HOME"));
    var trial = new NginxTrial(builder.start());
    trial.awaitListening(address, said);
    return trial;
  }

  @Override
  public void close() throws IOException {
    process.destroy();
    try {
      if (!process.waitFor(ENDS_WITHIN.toMillis(), TimeUnit.MILLISECONDS)) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  private void awaitListening(InetSocketAddress address, Path said) throws IOException {
    long deadline = System.nanoTime() + STARTS_WITHIN.toNanos();
    while (!listens(address)) {
      if (ended() || System.nanoTime() > deadline) {
        close();
        throw new ProblemException(
            new Problem(
                "nginx did not start: " + Files.readString(said).strip(),
                address.toString(),
                "lab nginx check names what is wrong with the file; is the port free?"));
      }
    }
  }

  private boolean ended() throws IOException {
    try {
      return process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while nginx starts", e);
    }
  }

  private static boolean listens(InetSocketAddress address) {
    try (var socket = new Socket()) {
      socket.connect(address);
      return true;
    } catch (IOException notYet) {
      return false;
    }
  }
}
