package lab.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What nginx and the programs of a stack write from a moment on, for a run to keep. */
final class StackLogs {
  private final Path stack;
  private final Map<Path, Long> before = new HashMap<>();

  private StackLogs(Path stack) {
    this.stack = stack;
  }

  /**
   * Remembers how much a stack has written until now.
   *
   * @param stack its folder
   * @throws IOException when that folder cannot be read
   */
  static StackLogs fromNow(Path stack) throws IOException {
    var logs = new StackLogs(stack);
    for (var file : logs.files()) {
      logs.before.put(file, Files.size(file));
    }
    return logs;
  }

  Path errors() {
    return stack.resolve("error.log");
  }

  Path trace() {
    return stack.resolve("trace.ndjson");
  }

  /** Where in a file that begins which was written since. */
  long start(Path file) {
    return before.getOrDefault(file, 0L);
  }

  /**
   * Copies what was written since, and the configuration that was served.
   *
   * @param into a folder of the same form as the stack's; made when it is not there
   * @throws IOException when the disk is full or a file cannot be read
   */
  void keep(Path into) throws IOException {
    for (var file : files()) {
      var copy = into.resolve(stack.relativize(file));
      Files.createDirectories(copy.resolveSibling(""));
      try (var in = Files.newInputStream(file);
          var out = Files.newOutputStream(copy)) {
        in.skipNBytes(start(file));
        in.transferTo(out);
      }
    }
    Files.copy(
        stack.resolve("nginx.conf"),
        into.resolve("nginx.conf"),
        StandardCopyOption.REPLACE_EXISTING);
  }

  private List<Path> files() throws IOException {
    try (var programs = Files.list(stack.resolve("logs"))) {
      return Stream.concat(Stream.of(errors(), trace()), programs)
          .filter(Files::isRegularFile)
          .toList();
    }
  }
}
