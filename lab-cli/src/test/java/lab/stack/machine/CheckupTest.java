package lab.stack.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lab.stack.Program;
import lab.stack.machine.Observation.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckupTest {
  @TempDir Path folder;

  @Test
  void everythingThatARunDependsOnIsLookedAt() {
    var seen = look(System.getenv());
    assertThat(seen)
        .extracting(Observation::subject)
        .containsExactly(
            "JDK",
            "nginx",
            "ports",
            "open files",
            "backlog",
            "cores",
            "load",
            "memory",
            "disk",
            "clock");
    assertThat(seen).allSatisfy(one -> assertThat(one.saw()).isNotBlank());
    assertThat(seen)
        .filteredOn(one -> one.level() != Level.OK)
        .allSatisfy(one -> assertThat(one.fix()).isNotBlank());
    assertThat(seen.getFirst().level()).isEqualTo(Level.OK);
    assertThat(seen.getFirst().saw()).startsWith(System.getProperty("java.version"));
  }

  @Test
  void aTakenPortIsNamedWithItsOwnerAndIsNoFailure() throws IOException {
    int port = Program.NGINX.usualPort();
    try (var ours = new ServerSocket()) {
      ours.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      assertThat(ports().saw())
          .contains(port + " by java (pid " + ProcessHandle.current().pid() + ")");
    } catch (BindException takenBySomebodyElse) {
      assertThat(ports().saw()).contains(port + " by ");
    }
  }

  private Observation ports() {
    var seen = named("ports", look(System.getenv()));
    assertThat(seen.level()).isEqualTo(Level.WARN);
    assertThat(seen.fix()).contains("takes free ports instead");
    return seen;
  }

  private List<Observation> look(Map<String, String> environment) {
    return new Checkup(folder.resolve(".lab"), environment, Optional.empty()).look();
  }

  private static Observation named(String subject, List<Observation> seen) {
    return seen.stream().filter(one -> one.subject().equals(subject)).findFirst().orElseThrow();
  }
}
