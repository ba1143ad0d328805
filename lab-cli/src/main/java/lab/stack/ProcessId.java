package lab.stack;

import java.time.Instant;
import java.util.Optional;

/**
 * A process that cannot be mistaken for a later one of the same number.
 *
 * @param pid its number
 * @param started when it began, in epoch milliseconds; 0 where the platform does not tell
 */
public record ProcessId(long pid, long started) {
  public static ProcessId of(ProcessHandle process) {
    return new ProcessId(
        process.pid(), process.info().startInstant().map(Instant::toEpochMilli).orElse(0L));
  }

  /** The live process; empty when it has ended, or another one has its number now. */
  public Optional<ProcessHandle> live() {
    return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(p -> of(p).equals(this));
  }
}
