package lab.stack.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import lab.problem.ProblemException;
import lab.stack.nginx.NginxBinaries;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An nginx that counts as started listens on all that its file names. */
@Tag("process")
class NginxTrialIT {
  @TempDir
  @SuppressWarnings("NullAway.Init")
  private Path folder;

  @Test
  void anAddressThatIsTakenIsToldThoughTheOtherOneListens() throws IOException {
    try (var taken = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
      assertThatThrownBy(() -> start(free(), taken.getLocalPort()).close())
          .isInstanceOf(ProblemException.class)
          .hasMessageContaining("127.0.0.1:" + taken.getLocalPort())
          .hasMessageContaining("in use");
    }
  }

  @Test
  void allAddressesAnswerAtOnceAlsoWhereAnotherNginxLeftItsPid() throws IOException {
    Files.writeString(folder.resolve("nginx.pid"), "1\n");
    int first = free();
    int last = free();
    try (var nginx = start(first, last)) {
      assertThat(nginx).isNotNull();
      assertThat(Wire.send("127.0.0.1", last, "GET", "/", Optional.of("a"))).isPresent();
      assertThat(Wire.send("127.0.0.1", first, "GET", "/", Optional.of("a"))).isPresent();
    }
  }

  private NginxTrial start(int first, int last) throws IOException {
    var conf = folder.resolve("own.conf");
    Files.writeString(
        conf,
        """
        daemon off; pid %s; error_log stderr;
        events { }
        http {
          access_log off;
          server { listen 127.0.0.1:%d; listen 127.0.0.1:%d; return 200; }
        }
        """
            .formatted(folder.resolve("nginx.pid"), first, last));
    return NginxTrial.start(NginxBinaries.own(), conf, folder);
  }

  private static int free() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
      return socket.getLocalPort();
    }
  }
}
