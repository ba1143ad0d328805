package lab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import lab.stack.Program;
import lab.stack.StackCard;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Alone, because another lab would hold or want the very port. */
@Tag("process")
@Tag("alone")
@Timeout(120)
class TakenPortIT {
  @Test
  void aStackGoesWithoutAPortThatIsTakenAndSaysSo(@TempDir Path folder) throws Exception {
    var bench = LabBench.in(folder);
    int usual = Program.NGINX.usualPort();
    try (var _ = new ServerSocket(usual, 1, InetAddress.getLoopbackAddress())) {
      var up = bench.lab("up", "-d");
      assertThat(up.exit()).as(up.err()).isZero();
      assertThat(up.err().replaceAll("\\s+", " "))
          .containsPattern("ports? [0-9, ]*8080 (is|are) taken: .*nginx [0-9]+ instead");
      var stack = new StackCard(bench.root().resolve(".lab")).running().orElseThrow();
      assertThat(stack.port(Program.NGINX)).isNotEqualTo(usual);
    } finally {
      bench.lab("down");
    }
  }
}
