package lab.stack.supervisor;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import lab.stack.ChildPlan;
import lab.stack.ProcessId;

/** One process of the stack: its pipe, its log file, its last lines. */
final class Child {
  private static final int LINES_KEPT = 32;
  private static final int PROBE_EVERY_MILLIS = 20;

  /** Far more than it takes to read what a pipe holds, and nobody waits for it in vain. */
  private static final Duration LAST_WORDS_LIMIT = Duration.ofSeconds(2);

  /**
   * Ends the guarded program when the supervisor's end of standard input is closed, however that
   * came about.
   *
   * <p>The watcher goes with the program: later the number that it would signal may be another's.
   * It reads by itself, not through another program, so that its end leaves nobody behind; and
   * holds no end of the log's pipe, which otherwise would not end with the program.
   */
  private static final String GUARD =
      "exec 3<&0; \"$@\" 3<&- </dev/null & pid=$!; "
          + "(while read -r _; do :; done <&3; kill -TERM $pid) >/dev/null 2>&1 & watcher=$!; "
          + "wait $pid; code=$?; kill $watcher 2>/dev/null; exit $code";

  private final ChildPlan plan;
  private final Process process;
  private final CountDownLatch ready = new CountDownLatch(1);
  private final ArrayDeque<String> lastLines = new ArrayDeque<>();
  private final Thread pump;

  private Child(ChildPlan plan, Process process, Path log, Consumer<String> eachLine) {
    this.plan = plan;
    this.process = process;
    this.pump =
        Thread.ofPlatform()
            .daemon()
            .name("log-" + plan.name())
            .unstarted(() -> pump(log, eachLine));
  }

  /**
   * Starts the process and reads what it writes until it ends.
   *
   * @param log the file that keeps all that it writes
   * @param eachLine told every line
   * @throws IOException when it cannot be started
   */
  static Child start(ChildPlan plan, Path folder, Path log, Consumer<String> eachLine)
      throws IOException {
    Files.createDirectories(log.getParent());
    var pidFile = folder.resolve(plan.name() + ".pid");
    // One that was killed has left its own.
    Files.deleteIfExists(pidFile);
    var builder =
        new ProcessBuilder(command(plan)).directory(folder.toFile()).redirectErrorStream(true);
    // nginx would take listening sockets from it.
    builder.environment().remove("NGINX");
    var child = new Child(plan, builder.start(), log, eachLine);
    child.pump.start();
    plan.readyPort()
        .ifPresent(
            port -> Thread.ofVirtual().start(() -> child.signalReadyOnceAccepting(port, pidFile)));
    return child;
  }

  private static List<String> command(ChildPlan plan) {
    if (!plan.guarded()) {
      return plan.command();
    }
    var words = new ArrayList<>(List.of("/bin/sh", "-c", GUARD, "guard"));
    words.addAll(plan.command());
    return words;
  }

  String name() {
    return plan.name();
  }

  ChildPlan plan() {
    return plan;
  }

  long pid() {
    return process.pid();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** The process that was started, which for a guarded child is the shell. */
  ProcessId launched() {
    return ProcessId.of(process.toHandle());
  }

  /** The program itself, which for a guarded child is the shell's first child. */
  ProcessId id() {
    var program =
        plan.guarded()
            ? process.toHandle().children().findFirst().orElse(process.toHandle())
            : process.toHandle();
    return ProcessId.of(program);
  }

  /** Waits until it takes requests; false when it ended or the time is over first. */
  boolean awaitReady(long limitMillis) throws InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(limitMillis);
    while (process.isAlive() && System.nanoTime() < deadline) {
      if (ready.await(PROBE_EVERY_MILLIS, TimeUnit.MILLISECONDS)) {
        return true;
      }
    }
    return ready.getCount() == 0;
  }

  void onExit(Consumer<Integer> told) {
    Thread.ofVirtual().start(() -> told.accept(process.onExit().join().exitValue()));
  }

  /**
   * The last lines of a child that has ended. Its end may be known before all that it wrote has
   * been read: waits for that, but not longer than 2 s, for a process that it left behind may hold
   * the pipe.
   */
  List<String> lastWords() {
    try {
      pump.join(LAST_WORDS_LIMIT);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    synchronized (this) {
      return List.copyOf(lastLines);
    }
  }

  /** It and all processes below it, as they are now. */
  List<ProcessHandle> tree() {
    return Stream.concat(process.descendants(), Stream.of(process.toHandle())).toList();
  }

  /** Asks it to end: by its standard input if it is guarded, by SIGTERM otherwise. */
  void askToEnd() {
    try {
      process.getOutputStream().close();
    } catch (IOException alreadyClosed) {
      // Then it has been told, or has ended.
    }
    if (!plan.guarded()) {
      // Process.destroy would also close the pipe that its last words come through.
      process.toHandle().destroy();
    }
  }

  private void pump(Path log, Consumer<String> eachLine) {
    try (var lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      try (var file =
          Files.newBufferedWriter(log, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
          take(line, eachLine);
          file.write(line);
          file.newLine();
          file.flush();
        }
      } catch (IOException e) {
        eachLine.accept("the log could not be kept: " + e.getMessage());
      }
      // A full disk must not block a program on a pipe that nobody reads, nor end it by closing it.
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        take(line, eachLine);
      }
    } catch (IOException ended) {
      // Nothing more to read.
    }
  }

  private void take(String line, Consumer<String> eachLine) {
    keep(line);
    if (plan.readyPort().isEmpty() && line.startsWith("ready ")) {
      ready.countDown();
    }
    eachLine.accept(line);
  }

  private synchronized void keep(String line) {
    if (lastLines.size() == LINES_KEPT) {
      lastLines.removeFirst();
    }
    lastLines.addLast(line);
  }

  private void signalReadyOnceAccepting(int port, Path pidFile) {
    try {
      while (process.isAlive() && !(hasWritten(pidFile) && accepts(port))) {
        TimeUnit.MILLISECONDS.sleep(PROBE_EVERY_MILLIS);
      }
      if (process.isAlive()) {
        ready.countDown();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * Whether a pid file names this child. What accepts on its port may be somebody else's: the port
   * was free for a moment between its choice and the start.
   *
   * <p>Source: nginx's {@code main} in {@code nginx.c} writes it after {@code ngx_init_cycle}, in
   * which all ports are bound.
   */
  private boolean hasWritten(Path pidFile) {
    try {
      long pid = Long.parseLong(Files.readString(pidFile).strip());
      return tree().stream().anyMatch(one -> one.pid() == pid);
    } catch (IOException | NumberFormatException notYet) {
      return false;
    }
  }

  private static boolean accepts(int port) {
    try (var socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1000);
      return true;
    } catch (IOException notYet) {
      return false;
    }
  }
}
