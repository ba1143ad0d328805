package lab.stack.machine;

import java.util.List;
import java.util.stream.Stream;

/**
 * Whose the processors were between two readings.
 *
 * <p>Where the system does not tell (macOS), all shares are zero.
 *
 * @param total ticks of all processors so far
 * @param idle those in which nothing ran
 * @param stolen those that a hypervisor gave to others
 * @param ours those of this process and of all below it that still live
 */
public record CpuMeter(long total, long idle, long stolen, long ours) {
  private static final int USER = 1;
  private static final int IDLE = 4;
  private static final int IOWAIT = 5;
  private static final int STEAL = 8;

  /** Fields of {@code /proc/PID/stat} behind the program's name, from 0: utime and stime. */
  private static final int UTIME = 11;

  /**
   * Reads them now.
   *
   * <p>Source: proc(5), {@code /proc/stat} and {@code /proc/pid/stat}; both count in the same
   * ticks.
   */
  public static CpuMeter read() {
    var fields =
        ProcFiles.lines("/proc/stat").stream()
            .findFirst()
            .map(line -> line.split("\\s+"))
            .orElse(new String[0]);
    if (fields.length <= STEAL) {
      return new CpuMeter(0, 0, 0, 0);
    }
    long total = 0;
    for (int at = USER; at <= STEAL; at++) {
      total += Long.parseLong(fields[at]);
    }
    var self = ProcessHandle.current();
    long ours =
        Stream.concat(Stream.of(self), self.descendants())
            .mapToLong(process -> ticks(process.pid()))
            .sum();
    return new CpuMeter(
        total,
        Long.parseLong(fields[IDLE]) + Long.parseLong(fields[IOWAIT]),
        Long.parseLong(fields[STEAL]),
        ours);
  }

  /** The share of the time since an earlier reading that a hypervisor took; 0 to 1. */
  public double stealShareSince(CpuMeter earlier) {
    return share(stolen - earlier.stolen, earlier);
  }

  /** The share of the time since an earlier reading in which others than the lab ran; 0 to 1. */
  public double foreignShareSince(CpuMeter earlier) {
    long busy = (total - earlier.total) - (idle - earlier.idle) - (stolen - earlier.stolen);
    return share(busy - (ours - earlier.ours), earlier);
  }

  private double share(long ticks, CpuMeter earlier) {
    long all = total - earlier.total;
    return all <= 0 ? 0 : Math.clamp((double) ticks / all, 0, 1);
  }

  private static long ticks(long pid) {
    // The name stands in parentheses and may hold blanks.
    return ProcFiles.lines("/proc/" + pid + "/stat").stream()
        .findFirst()
        .map(line -> List.of(line.substring(line.lastIndexOf(')') + 2).split(" ", -1)))
        .filter(fields -> fields.size() > UTIME + 1)
        .map(fields -> Long.parseLong(fields.get(UTIME)) + Long.parseLong(fields.get(UTIME + 1)))
        .orElse(0L);
  }
}
