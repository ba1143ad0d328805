package lab.stack.trial;

import java.io.IOException;
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
  private static final String PID = "nginx.pid";

  private final Process process;

  private NginxTrial(Process process) {
    this.process = process;
  }

  /**
   * Starts nginx in the foreground and waits until it listens on all its addresses.
   *
   * <p>Source: nginx's {@code nginx.c}: the file with its pid is written once every socket listens.
   * To ask one address would tell too little: while another one is taken, nginx tries that again
   * and again, and the first one listens.
   *
   * @param conf a file that says {@code daemon off} and {@code pid} {@value #PID}, absolute
   * @param folder the folder for what nginx writes, absolute
   * @throws ProblemException with nginx's own words when it does not start
   * @throws IOException when the program cannot be run
   */
  public static NginxTrial start(NginxBinary nginx, Path conf, Path folder) throws IOException {
    var said = folder.resolve("said.txt");
    var builder =
        new ProcessBuilder(nginx.commandLine(conf, folder))
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(said.toFile());
    // nginx takes sockets from a variable NGINX
    builder.environment().keySet().retainAll(List.of("PATH", "HOME"));
    var trial = new NginxTrial(builder.start());
    trial.awaitListening(conf, folder.resolve(PID), said);
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

  private void awaitListening(Path conf, Path pid, Path said) throws IOException {
    long deadline = System.nanoTime() + STARTS_WITHIN.toNanos();
    while (!listens(pid)) {
      if (ended() || System.nanoTime() > deadline) {
        close();
        throw new ProblemException(
            new Problem(
                "nginx did not start: " + Files.readString(said).strip(),
                conf.toString(),
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

  private boolean listens(Path pid) throws IOException {
    // an nginx of before may have left its file
    return Files.exists(pid) && Files.readString(pid).strip().equals("" + process.pid());
  }
}
