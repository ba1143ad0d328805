package lab.stack.machine;

import java.util.Optional;

/**
 * How the processors of this machine were used between two readings: by the lab and the programs
 * below it, by others, by nobody.
 *
 * <p>Where the system does not tell (macOS), all shares are zero.
 *
 * @param total ticks of all processors so far
 * @param idle those in which a processor had nothing to do
 * @param stolen those that a hypervisor gave to others
 * @param ours those of this process, of all below it, and of those below it that have ended
 */
public record CpuMeter(long total, long idle, long stolen, long ours) {
  private static final CpuMeter NONE = new CpuMeter(0, 0, 0, 0);

  /** Fields of the first line of {@code /proc/stat}, after its label. */
  private static final int USER = 1;

  private static final int IDLE = 4;
  private static final int IO_WAIT = 5;
  private static final int STEAL = 8;

  /** Fields of {@code /proc/PID/stat}, after the name in parentheses. */
  private static final int OWN_USER = 11;

  private static final int REAPED_SYSTEM = 14;

  /**
   * Reads them now.
   *
   * <p>Source: proc(5), {@code /proc/stat} and {@code /proc/PID/stat} (utime, stime, cutime,
   * cstime), which count in the same ticks.
   */
  public static CpuMeter read() {
    long ours = ProcFiles.ours().mapToLong(process -> ticks(process.pid())).sum();
    return ProcFiles.lines("/proc/stat").stream()
        .findFirst()
        .flatMap(line -> machine(line, ours))
        .orElse(NONE);
  }

  static Optional<CpuMeter> machine(String line, long ours) {
    var fields = line.split("\\s+", -1);
    if (fields.length <= STEAL) {
      return Optional.empty();
    }
    long total = 0;
    for (int at = USER; at <= STEAL; at++) {
      total += Long.parseLong(fields[at]);
    }
    long idle = Long.parseLong(fields[IDLE]) + Long.parseLong(fields[IO_WAIT]);
    return Optional.of(new CpuMeter(total, idle, Long.parseLong(fields[STEAL]), ours));
  }

  /** The share of the processors' time since an earlier reading that a hypervisor took; 0 to 1. */
  public double stealShareSince(CpuMeter earlier) {
    return share(stolen - earlier.stolen, earlier);
  }

  /** The share in which processors had nothing to do; 0 to 1. */
  public double idleShareSince(CpuMeter earlier) {
    return share(idle - earlier.idle, earlier);
  }

  /** The share that programs took which are none of ours; 0 to 1. */
  public double othersShareSince(CpuMeter earlier) {
    long busy = total - earlier.total - (idle - earlier.idle) - (stolen - earlier.stolen);
    return share(busy - (ours - earlier.ours), earlier);
  }

  private double share(long part, CpuMeter earlier) {
    long all = total - earlier.total;
    return all <= 0 ? 0 : Math.clamp((double) part / all, 0, 1);
  }

  private static long ticks(long pid) {
    return ProcFiles.lines("/proc/" + pid + "/stat").stream()
        .findFirst()
        .map(CpuMeter::ownTicks)
        .orElse(0L);
  }

  /** A name may hold blanks and parentheses: what counts begins after the last of them. */
  static long ownTicks(String line) {
    var fields = line.substring(line.lastIndexOf(')') + 1).strip().split(" ", -1);
    if (fields.length <= REAPED_SYSTEM) {
      return 0;
    }
    long ticks = 0;
    for (int at = OWN_USER; at <= REAPED_SYSTEM; at++) {
      ticks += Long.parseLong(fields[at]);
    }
    return ticks;
  }
}
