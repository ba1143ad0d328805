package lab.stack.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** The parts of {@code /proc} that the lab reads; empty on platforms that have none. */
final class ProcFiles {
  private ProcFiles() {}

  /** This process and all below it. */
  static Stream<ProcessHandle> ours() {
    var self = ProcessHandle.current();
    return Stream.concat(Stream.of(self), self.descendants());
  }

  static List<String> lines(String path) {
    try {
      return Files.readAllLines(Path.of(path));
    } catch (IOException notHere) {
      return List.of();
    }
  }

  /** A file that holds just a number. */
  static OptionalLong number(String path) {
    return lines(path).stream()
        .findFirst()
        .map(String::strip)
        .map(ProcFiles::parse)
        .orElse(OptionalLong.empty());
  }

  /**
   * The first number after a label, as in {@code MemAvailable: 123 kB}.
   *
   * @return empty when no line begins so, or it says {@code unlimited}
   */
  static OptionalLong numberAfter(String path, String label) {
    Optional<String> line = lines(path).stream().filter(text -> text.startsWith(label)).findFirst();
    return line.map(
            text -> text.substring(label.length()).replace(":", "").strip().split("\\s+", 2)[0])
        .map(ProcFiles::parse)
        .orElse(OptionalLong.empty());
  }

  private static OptionalLong parse(String text) {
    try {
      return OptionalLong.of(Long.parseLong(text));
    } catch (NumberFormatException notANumber) {
      return OptionalLong.empty();
    }
  }
}
