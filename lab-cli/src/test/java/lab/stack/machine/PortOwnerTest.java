package lab.stack.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class PortOwnerTest {
  @Test
  void whoListensIsNamedWithItsPid() throws IOException {
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var owner = PortOwner.of(taken.getLocalPort()).orElseThrow();
      assertThat(owner.pid()).isEqualTo(ProcessHandle.current().pid());
      assertThat(PortOwner.describe(owner))
          .isEqualTo("java (pid " + ProcessHandle.current().pid() + ")");
    }
  }

  @Test
  void aPortThatNobodyListensOnHasNoOwner() throws IOException {
    int port;
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = taken.getLocalPort();
    }
    assertThat(PortOwner.of(port)).isEmpty();
  }
}
