package lab.jshell.vm;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;

/** Counts the threads of a process from outside. */
final class ThreadCount {
  private ThreadCount() {}

  /**
   * Threads that the operating system runs for a process.
   *
   * <p>Source: proc_pid_task(5).
   *
   * @return empty where the platform has no {@code /proc}, or the process is gone
   */
  static OptionalInt of(long pid) {
    var folder = Path.of("/proc", Long.toString(pid), "task");
    if (!Files.isDirectory(folder)) {
      return OptionalInt.empty();
    }
    try (var threads = Files.list(folder)) {
      return OptionalInt.of((int) threads.count());
    } catch (IOException gone) {
      return OptionalInt.empty();
    }
  }
}
