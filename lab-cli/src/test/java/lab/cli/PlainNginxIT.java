package lab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The shipped nginx.conf is plain nginx: the README's own command line serves it, as an ordinary
 * user.
 */
@Tag("process")
@Timeout(60)
class PlainNginxIT {
  private static final Path PROJECT = Path.of(System.getProperty("lab.root"));
  private static final List<String> AS_NOBODY =
      List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups");

  @Test
  void theCommandOfTheReadmeServesTheFile(@TempDir Path folder) throws Exception {
    int port = freePort();
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
    var nginx = Files.createDirectory(folder.resolve("nginx"));
    var conf = Files.readString(PROJECT.resolve("nginx/nginx.conf"));
    // Another lab's application may listen on the usual port: here nobody does.
    Files.writeString(
        nginx.resolve("nginx.conf"),
        conf.replace(":8080;", ":" + port + ";").replace(":8101;", ":" + freePort() + ";"));

    var words = new ArrayList<String>();
    if (System.getProperty("user.name").equals("root")) {
      words.addAll(AS_NOBODY);
    }
    words.addAll(List.of("sh", "-c", "exec env " + command() + " > out.txt 2>&1"));
    var process = new ProcessBuilder(words).directory(folder.toFile()).start();
    var printed = folder.resolve("out.txt");
    try {
      assertThat(statusOf(port, process, printed)).isEqualTo(502);
    } finally {
      process.descendants().forEach(ProcessHandle::destroy);
      process.destroy();
      process.waitFor();
    }
    assertThat(Files.readString(printed))
        .doesNotContain("[emerg]")
        .contains("Connection refused", "GET / HTTP/1.1\" 502");
  }

  private static String command() throws IOException {
    return Files.readAllLines(PROJECT.resolve("README.md")).stream()
        .filter(line -> line.contains("nginx -p "))
        .findFirst()
        .orElseThrow();
  }

  /** nginx answers, though nothing stands behind it: 502. */
  private static int statusOf(int port, Process process, Path printed) throws Exception {
    long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/")).build();
    try (var client = HttpClient.newHttpClient()) {
      while (true) {
        try {
          return client.send(request, BodyHandlers.discarding()).statusCode();
        } catch (IOException notYet) {
          assertThat(process.isAlive())
              .as(() -> "nginx has ended; it printed: " + LabProcess.text(printed))
              .isTrue();
          assertThat(System.nanoTime()).isLessThan(deadline);
        }
      }
    }
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
