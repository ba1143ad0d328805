package lab.stack.machine;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * How the lab and the programs below it fared on the processors between two readings.
 *
 * <p>Where the system does not tell (macOS), all shares are zero.
 *
 * @param total ticks of all processors so far
 * @param stolen those that a hypervisor gave to others
 * @param threads of this process and of all below it, by number
 */
public record CpuMeter(long total, long stolen, Map<Long, Times> threads) {
  private static final int USER = 1;
  private static final int STEAL = 8;

  public CpuMeter {
    threads = Map.copyOf(threads);
  }

  /**
   * What a thread has had of the processors so far.
   *
   * @param ran nanoseconds on a processor
   * @param waited nanoseconds in which it could have run, and had to wait for one
   */
  public record Times(long ran, long waited) {}

  /**
   * Reads them now.
   *
   * <p>Source: proc(5), {@code /proc/stat}; Linux, Documentation/scheduler/sched-stats.rst: {@code
   * /proc/PID/schedstat} holds time on the processor and time waiting for it, in nanoseconds.
   */
  public static CpuMeter read() {
    var fields =
        ProcFiles.lines("/proc/stat").stream()
            .findFirst()
            .map(line -> line.split("\\s+"))
            .orElse(new String[0]);
    if (fields.length <= STEAL) {
      return new CpuMeter(0, 0, Map.of());
    }
    long total = 0;
    for (int at = USER; at <= STEAL; at++) {
      total += Long.parseLong(fields[at]);
    }
    var self = ProcessHandle.current();
    var threads = new HashMap<Long, Times>();
    Stream.concat(Stream.of(self), self.descendants())
        .forEach(process -> collect(process.pid(), threads));
    return new CpuMeter(total, Long.parseLong(fields[STEAL]), threads);
  }

  /** The share of the time since an earlier reading that a hypervisor took; 0 to 1. */
  public double stealShareSince(CpuMeter earlier) {
    return share(stolen - earlier.stolen, total - earlier.total);
  }

  /**
   * Of the time in which threads of ours could have run since an earlier reading, the share in
   * which they had to wait for a processor; 0 to 1. Threads that have ended meanwhile do not count.
   */
  public double waitShareSince(CpuMeter earlier) {
    long ran = 0;
    long waited = 0;
    for (var thread : threads.entrySet()) {
      var before = earlier.threads.getOrDefault(thread.getKey(), new Times(0, 0));
      ran += Math.max(0, thread.getValue().ran() - before.ran());
      waited += Math.max(0, thread.getValue().waited() - before.waited());
    }
    return share(waited, waited + ran);
  }

  private static double share(long part, long all) {
    return all <= 0 ? 0 : Math.clamp((double) part / all, 0, 1);
  }

  private static void collect(long pid, Map<Long, Times> into) {
    try (var folders = Files.newDirectoryStream(Path.of("/proc/" + pid + "/task"))) {
      for (var folder : folders) {
        ProcFiles.lines(folder.resolve("schedstat").toString()).stream()
            .findFirst()
            .map(line -> line.split(" "))
            .filter(words -> words.length >= 2)
            .ifPresent(words ->
                into.put(
                    Long.parseLong(String.valueOf(folder.getFileName())),
                    new Times(Long.parseLong(words[0]), Long.parseLong(words[1]))));
      }
    } catch (IOException | DirectoryIteratorException ended) {
      // A process that has ended meanwhile has nothing to tell.
    }
  }
}
