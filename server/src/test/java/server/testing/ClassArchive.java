package server.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The class archive of the built jar, made once a build as the launcher makes its own: hundreds of
 * programs are started by the integration tests, and each starts sooner with it.
 *
 * <p>It lies where the lab looks for one, so that the lab's integration tests are quicker too.
 */
final class ClassArchive {
  private static final Path FILE = ServerProcess.jar().resolveSibling("server.jsa");

  static {
    try {
      make();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private ClassArchive() {}

  /** Has a JVM use it, and keep its doubts about it off standard output. */
  static List<String> options() {
    return List.of("-XX:SharedArchiveFile=" + FILE, "-Xlog:disable", "-Xlog:all=warning:stderr");
  }

  private static void make() throws IOException {
    var built = Files.getLastModifiedTime(ServerProcess.jar());
    if (Files.exists(FILE) && Files.getLastModifiedTime(FILE).compareTo(built) > 0) {
      return;
    }
    var options = List.of("-XX:ArchiveClassesAtExit=" + FILE, "-XX:+UseSerialGC");
    try (var training = ServerProcess.start(ServerProcess.jar(), options, "train")) {
      if (training.exitCode() != 0) {
        throw new AssertionError("no class archive: " + training.err());
      }
    }
  }
}
