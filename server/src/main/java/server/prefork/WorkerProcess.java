package server.prefork;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.function.LongConsumer;

/** A worker as its arbiter sees it: a process with a pulse. */
final class WorkerProcess {
  private static final System.Logger LOG = System.getLogger(WorkerProcess.class.getName());

  /**
   * What HotSpot prints after the last thread of a dump.
   *
   * <p>Source: jstack(1) and a dump of JDK 25.
   */
  private static final String AFTER_THREADS = "JNI global refs";

  private final int slot;
  private final Process process;
  private final LongConsumer onReady;
  private volatile long lastBeatNanos = System.nanoTime();
  private volatile boolean ready;
  private volatile boolean dumped;

  private WorkerProcess(int slot, Process process, LongConsumer onReady) {
    this.slot = slot;
    this.process = process;
    this.onReady = onReady;
  }

  /**
   * Starts a worker, with our descriptor 0 as its own.
   *
   * @param onReady is told its process at the first beat
   * @throws IOException when the system cannot start it
   */
  static WorkerProcess start(int slot, List<String> command, LongConsumer onReady)
      throws IOException {
    var process =
        new ProcessBuilder(command)
            .redirectInput(ProcessBuilder.Redirect.INHERIT)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    var worker = new WorkerProcess(slot, process, onReady);
    Thread.ofVirtual().name("pulse-" + slot).start(worker::listen);
    return worker;
  }

  long pid() {
    return process.pid();
  }

  /** Whether it has ever beaten. */
  boolean isReady() {
    return ready;
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** How it ended: the exit code, which is 128 and the signal's number after a signal. */
  String end() {
    return "exit " + process.exitValue();
  }

  /** Time since its last beat, or since its start while it has none. */
  Duration silence() {
    return Duration.ofNanos(System.nanoTime() - lastBeatNanos);
  }

  /** Asks its JVM where every thread stands; the answer goes to the log. */
  void dumpThreads() {
    dumped = false;
    try {
      new ProcessBuilder("kill", "-QUIT", Long.toString(pid())).start();
    } catch (IOException noKillProgram) {
      LOG.log(Level.WARNING, "no thread dump: {0}", noKillProgram.getMessage());
    }
  }

  /** Whether all threads of the last dump stand in the log. */
  boolean hasDumped() {
    return dumped;
  }

  /** SIGTERM: finish and end. */
  void terminate() {
    process.destroy();
  }

  /** SIGKILL. */
  void kill() {
    process.destroyForcibly();
  }

  boolean awaitEnd(Duration atMost) throws InterruptedException {
    return process.waitFor(atMost);
  }

  private void listen() {
    try (InputStream pipe = process.getInputStream()) {
      var text = new ByteArrayOutputStream();
      for (int next = pipe.read(); next >= 0; next = pipe.read()) {
        if (next == Heart.BEAT) {
          beat();
        } else if (next == '\n') {
          var line = text.toString(StandardCharsets.UTF_8);
          LOG.log(Level.INFO, "worker {0}: {1}", slot, line);
          if (line.startsWith(AFTER_THREADS)) {
            dumped = true;
          }
          text.reset();
        } else {
          text.write(next);
        }
      }
    } catch (IOException gone) {
      LOG.log(Level.DEBUG, "worker {0}: {1}", slot, gone.getMessage());
    }
  }

  private void beat() {
    lastBeatNanos = System.nanoTime();
    if (!ready) {
      ready = true;
      onReady.accept(pid());
    }
  }
}
