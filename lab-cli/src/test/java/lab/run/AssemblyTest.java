package lab.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.Map;
import lab.stack.Program;
import org.junit.jupiter.api.Test;

class AssemblyTest {
  private static Map<Program, Integer> ports(int shift, Program... moved) {
    var ports = new EnumMap<Program, Integer>(Program.class);
    for (var program : Program.values()) {
      ports.put(program, program.usualPort());
    }
    for (var program : moved) {
      ports.merge(program, shift, Integer::sum);
    }
    return ports;
  }

  @Test
  void theUsualPortsAreNoNote() {
    assertThat(Assembly.moved(ports(0))).isEmpty();
  }

  @Test
  void anotherLabThatTakesThemAllIsOneNote() {
    assertThat(Assembly.moved(ports(30000, Program.values())))
        .containsExactly(
            "ports 8100, 8101, 8102, 8103, 8104, 8080 are taken: feed 38100, sync 38101, pooled 38102, async 38103, virtual 38104, nginx 38080 instead");
    assertThat(Assembly.moved(ports(1000, Program.NGINX)))
        .containsExactly("port 8080 is taken: nginx 9080 instead");
  }
}
