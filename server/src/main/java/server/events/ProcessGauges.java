package server.events;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;

/**
 * What the platform tells about this process.
 *
 * <p>Source: proc(5), {@code /proc/self/status} (VmRSS in kB, Threads). Elsewhere these two are
 * absent; processor time is portable.
 */
record ProcessGauges(OptionalLong cpuMicros, OptionalLong rssBytes, OptionalLong threads) {
  private static final Path STATUS = Path.of("/proc/self/status");

  /** As it is now. Asking costs the kernel more than all else that is reported. */
  static ProcessGauges now() {
    var status = status();
    var kilobytes = number(status, "VmRSS:");
    return new ProcessGauges(
        ProcessHandle.current().info().totalCpuDuration().stream()
            .mapToLong(cpu -> cpu.dividedBy(Duration.ofNanos(1_000)))
            .findFirst(),
        kilobytes.isPresent() ? OptionalLong.of(kilobytes.getAsLong() * 1024) : kilobytes,
        number(status, "Threads:"));
  }

  private static List<String> status() {
    try {
      return Files.readAllLines(STATUS);
    } catch (IOException notLinux) {
      return List.of();
    }
  }

  private static OptionalLong number(List<String> status, String key) {
    return status.stream()
        .filter(line -> line.startsWith(key))
        .map(line -> line.replaceAll("\\D", ""))
        .mapToLong(Long::parseLong)
        .findFirst();
  }
}
