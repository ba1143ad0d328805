package lab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A copy of the checkout, and its launcher as a person starts it. */
final class LauncherBench {
  private static final Path PROJECT = Path.of(System.getProperty("lab.root"));

  /** What was built is not copied: the first build must make all of it. */
  private static final Set<String> NOT_COPIED = Set.of(".git", ".lab", "node_modules", "target");

  /** What a command left behind. */
  record Done(int exit, String out, String err) {}

  private LauncherBench() {}

  static void copyTheCheckout(Path copy) throws IOException {
    try (Stream<Path> files = Files.walk(PROJECT)) {
      for (var file : (Iterable<Path>) files.filter(LauncherBench::isCopied)::iterator) {
        var target = copy.resolve(PROJECT.relativize(file));
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.copy(file, target, StandardCopyOption.COPY_ATTRIBUTES);
        }
      }
    }
  }

  private static boolean isCopied(Path file) {
    for (var part : PROJECT.relativize(file)) {
      if (NOT_COPIED.contains(part.toString())) {
        return false;
      }
    }
    return true;
  }

  static Process start(Path copy, Map<String, String> environment, String... words)
      throws IOException {
    var builder = new ProcessBuilder(new ArrayList<>(List.of(words))).directory(copy.toFile());
    // What Maven set for this test is not a person's environment; the libraries are on this machine
    // already.
    builder.environment().remove("MAVEN_CMD_LINE_ARGS");
    builder.environment().put("MAVEN_ARGS", "-o");
    builder.environment().putAll(environment);
    return builder.start();
  }

  static Done end(Process process) throws Exception {
    var err = new StringBuilder();
    var reading =
        Thread.ofVirtual()
            .start(
                () -> process.errorReader().lines().forEach(line -> err.append(line).append('\n')));
    var out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    reading.join();
    assertThat(process.waitFor(200, TimeUnit.SECONDS)).isTrue();
    return new Done(process.exitValue(), out, err.toString());
  }
}
