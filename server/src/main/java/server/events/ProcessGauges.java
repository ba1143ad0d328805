package server.events;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalLong;

/**
 * What the platform tells about this process.
 *
 * <p>Source: proc(5), {@code /proc/self/status} (VmRSS in kB, Threads). Elsewhere these two are
 * absent; processor time is portable.
 */
final class ProcessGauges {
  private static final Path STATUS = Path.of("/proc/self/status");

  private ProcessGauges() {}

  static OptionalLong cpuMicros() {
    return ProcessHandle.current().info().totalCpuDuration().stream()
        .mapToLong(cpu -> cpu.dividedBy(Duration.ofNanos(1_000)))
        .findFirst();
  }

  static OptionalLong rssBytes() {
    var kilobytes = status("VmRSS:");
    return kilobytes.isPresent() ? OptionalLong.of(kilobytes.getAsLong() * 1024) : kilobytes;
  }

  static OptionalLong threads() {
    return status("Threads:");
  }

  private static OptionalLong status(String key) {
    try (var lines = Files.lines(STATUS)) {
      return lines
          .filter(line -> line.startsWith(key))
          .map(line -> line.replaceAll("\\D", ""))
          .mapToLong(Long::parseLong)
          .findFirst();
    } catch (IOException notLinux) {
      return OptionalLong.empty();
    }
  }
}
