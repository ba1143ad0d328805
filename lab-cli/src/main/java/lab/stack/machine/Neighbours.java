package lab.stack.machine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * How much of this machine's processors is wanted by programs that are none of this process nor
 * below it.
 *
 * <p>What others <em>took</em> is bounded by what we left them: beside us, who want everything as
 * well, a neighbour that wants everything gets half. What they wanted is not.
 */
public final class Neighbours implements AutoCloseable {
  private static final String RUNNABLE = "procs_running ";
  private static final long LOOK_EVERY_MILLIS = 500;

  private final ScheduledExecutorService watching =
      Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().factory());
  private final int processors;
  private long looks;
  private long wanted;

  Neighbours(int processors) {
    this.processors = processors;
  }

  /** Begins to look, twice a second. */
  @SuppressWarnings("FutureReturnValueIgnored") // nobody waits for a look
  public static Neighbours watch() {
    var neighbours = new Neighbours(processors(ProcFiles.lines("/proc/stat")));
    neighbours.watching.scheduleAtFixedRate(
        neighbours::look, 0, LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
    return neighbours;
  }

  /**
   * Processors that the runnable threads of {@code /proc/stat} share: in a container both are the
   * host's, however few of them the container may use.
   */
  static int processors(List<String> stat) {
    return (int) Math.max(1, stat.stream().filter(line -> line.matches("cpu\\d+ .*")).count());
  }

  /**
   * Threads of others that ran or waited for a processor, on average, over the processors of this
   * machine: 0 for none, 1 for as many as there are processors, and so on; 0 where the system does
   * not tell.
   */
  public synchronized double demand() {
    double mean = looks == 0 ? 0 : wanted / (double) looks;
    return Math.max(0, mean / processors);
  }

  /** Source: proc(5), {@code procs_running} of {@code /proc/stat}, which counts all threads. */
  private void look() {
    long all =
        ProcFiles.lines("/proc/stat").stream()
            .filter(line -> line.startsWith(RUNNABLE))
            .mapToLong(line -> Long.parseLong(line.substring(RUNNABLE.length()).strip()))
            .sum();
    if (all > 0) {
      count(all, ours());
    }
  }

  /** One look: how many threads ran or waited, and how many of them are ours. */
  synchronized void count(long all, long ours) {
    looks++;
    wanted += all - ours;
  }

  /** Threads of this process and of all below it that run or wait for a processor now. */
  static long ours() {
    return ProcFiles.ours().mapToLong(process -> runnable(process.pid())).sum();
  }

  static long runnable(long pid) {
    try (var threads = Files.list(Path.of("/proc", Long.toString(pid), "task"))) {
      return threads
          .filter(thread -> isRunnable(ProcFiles.lines(thread.resolve("stat").toString())))
          .count();
    } catch (IOException | UncheckedIOException hasEnded) { // before the look, or during it
      return 0;
    }
  }

  /** A name may hold blanks and parentheses: the state comes after the last of them. */
  private static boolean isRunnable(List<String> stat) {
    return stat.stream().anyMatch(line -> line.startsWith(" R", line.lastIndexOf(')') + 1));
  }

  @Override
  public void close() {
    watching.shutdownNow();
  }
}
