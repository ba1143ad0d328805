package lab.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A process that cannot be mistaken for a later one of the same number.
 *
 * @param pid its number
 * @param started when it began, in epoch milliseconds; 0 where the platform does not tell
 * @param startTicks when it began, in clock ticks since the machine was started; empty where the
 *     platform does not tell, and where an older lab wrote it down
 */
public record ProcessId(long pid, long started, Optional<Long> startTicks) {
  /**
   * More than two readings of one process' start differ by; far less than a number is reused in.
   */
  private static final Duration TOLERANCE = Duration.ofSeconds(2);

  /** Where the start time stands among the fields after the name, counted from 0. */
  private static final int START_TIME = 19;

  public static ProcessId of(ProcessHandle process) {
    return new ProcessId(
        process.pid(),
        process.info().startInstant().map(Instant::toEpochMilli).orElse(0L),
        startTicks(process.pid()));
  }

  /** The live process; empty when it has ended, or another one has its number now. */
  public Optional<ProcessHandle> live() {
    return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(p -> beganAs(of(p)));
  }

  /**
   * By the ticks where both have them: on Linux the epoch time of a start is reckoned from the wall
   * clock and moves whenever that is set, as after a laptop's sleep.
   */
  private boolean beganAs(ProcessId other) {
    if (startTicks.isPresent() && other.startTicks.isPresent()) {
      return startTicks.equals(other.startTicks);
    }
    return Math.abs(started - other.started) <= TOLERANCE.toMillis();
  }

  /**
   * Source: proc(5), {@code /proc/pid/stat}: field 22 is the start time after boot. The name, field
   * 2, may hold blanks and ends at the last parenthesis.
   */
  private static Optional<Long> startTicks(long pid) {
    try {
      var stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
      var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
      return Optional.of(Long.parseLong(fields[START_TIME]));
    } catch (IOException | RuntimeException notTold) {
      return Optional.empty();
    }
  }
}
