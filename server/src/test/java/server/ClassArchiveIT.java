package server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import server.testing.Client;
import server.testing.FeedProcess;
import server.testing.ModeUnderTest;
import server.testing.ServerProcess;

/** What a program needs for its first requests lies in the class archive. */
@Tag("process")
class ClassArchiveIT {
  @ParameterizedTest
  @EnumSource(ModeUnderTest.class)
  void noRequestWaitsForAClassOfALibrary(ModeUnderTest mode, @TempDir Path folder)
      throws IOException {
    // A worker gets the arbiter's own options for its log, and writes a file of its own.
    var log = "-Xlog:class+load=info:file=" + folder.resolve("%p.log");
    try (var feed = FeedProcess.quick();
        var server =
            ServerProcess.serving(
                List.of(log), mode.program(), "--feed", feed.url(), "--hash-iterations", 1000)) {
      for (var path : List.of("/", "/hash_me", "/check_feed")) {
        assertThat(Client.get(server.port(), path, "first").status()).isEqualTo(200);
      }
      try (var stream = Client.connect(server.port()).send("GET", "/stream_feed", "first")) {
        stream.lines(stream.head());
      }
    }
    try (var logs = Files.list(folder)) {
      assertThat(logs.flatMap(ClassArchiveIT::lines))
          .anyMatch(line -> line.contains(" server.routes.HashWork source: shared objects file"))
          .noneMatch(ClassArchiveIT::isFromALibrary);
    }
  }

  private static Stream<String> lines(Path log) {
    try {
      return Files.readAllLines(log).stream();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** No JVM archives picocli, whose class files are of Java 5. */
  private static boolean isFromALibrary(String line) {
    return line.contains(" source: file:") && line.contains("/lib/") && !line.contains("/picocli-");
  }
}
