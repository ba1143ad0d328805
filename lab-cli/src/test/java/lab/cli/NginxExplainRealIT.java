package lab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** {@code lab nginx explain --real} on the real nginx. */
@Tag("process")
class NginxExplainRealIT {
  @TempDir Path folder;

  private record Ran(int code, String out, String err) {}

  @Test
  void bothSayTheSame() throws IOException {
    var ports = freePorts(3);
    var file = file(ports, "127.0.0.1:" + ports.get(1), "127.0.0.1:" + ports.get(2));
    var ran = explain("--file", file, "/a/b", "/none", "--json");
    assertThat(ran.code()).as(ran.err()).isZero();
    var json = new JsonMapper();
    var lines = ran.out().lines().map(json::readTree).toList();
    assertThat(lines).hasSize(2);
    var real = lines.getFirst().get("real");
    assertThat(real.get("differences")).isEmpty();
    assertThat(real.get("status").asInt()).isEqualTo(200);
    assertThat(real.get("upstream").asString()).isEqualTo("127.0.0.1:" + ports.get(1));
    assertThat(real.get("location").get("text").asString()).isEqualTo("/a");
    assertThat(lines.get(1).get("real").get("status").asInt()).isEqualTo(404);
  }

  @Test
  void onlyThoseThatAreUpAnswer() throws IOException {
    var ports = freePorts(3);
    var second = "127.0.0.1:" + ports.get(2);
    var file = file(ports, "127.0.0.1:" + ports.get(1), second);
    var ran = explain("--file", file, "/a/b", "--up", second);
    assertThat(ran.code()).as(ran.err()).isZero();
    assertThat(ran.out()).contains(second + "  GET /a/b").contains("both say the same");
  }

  @Test
  void saysWhichPortIsTaken() throws IOException {
    for (int taken = 0; taken < 3; taken++) {
      // Held from the first: a port that was free a moment ago may be anybody's by now.
      try (var holder = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
        var ports = freePorts(3);
        ports.set(taken, holder.getLocalPort());
        var ran =
            explain(
                "--file",
                file(ports, "127.0.0.1:" + ports.get(1), "127.0.0.1:" + ports.get(2)),
                "/");
        assertThat(ran.code()).isEqualTo(4);
        assertThat(ran.err() + ran.out()).contains(Integer.toString(holder.getLocalPort()));
      }
    }
  }

  @Test
  void saysWhereItDoesNotListenThoughTheFileDoes() throws IOException {
    var ports = freePorts(3);
    var file = file(ports, "127.0.0.1:" + ports.get(1), "127.0.0.1:" + ports.get(2));
    var ran = explain("--file", file, "/", "--connect", "127.0.0.7:" + ports.getFirst());
    assertThat(ran.code()).isEqualTo(4);
    assertThat(ran.err()).contains("127.0.0.7:" + ports.getFirst()).contains("--connect");
  }

  @Test
  void asksNoOtherMachine() throws IOException {
    var ports = freePorts(3);
    var ran = explain("--file", file(ports, "127.0.0.1:" + ports.get(1), "192.0.2.1:80"), "/");
    assertThat(ran.code()).isEqualTo(4);
    assertThat(ran.err() + ran.out()).contains("192.0.2.1:80");
  }

  private String file(List<Integer> ports, String first, String second) throws IOException {
    var file = folder.resolve("site.conf");
    Files.writeString(
        file,
        """
        events { }
        http {
          upstream u { server %s; server %s; }
          server {
            listen %d;
            location / { return 404; }
            location /a { proxy_pass http://u; }
          }
        }
        """
            .formatted(first, second, ports.getFirst()));
    return file.toString();
  }

  private static Ran explain(String... words) {
    var all = new ArrayList<>(List.of("nginx", "explain", "--real"));
    all.addAll(List.of(words));
    var out = new StringWriter();
    var err = new StringWriter();
    var line = Main.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
    int code = line.execute(all.toArray(String[]::new));
    return new Ran(code, out.toString(), err.toString());
  }

  private static List<Integer> freePorts(int count) throws IOException {
    var sockets = new ArrayList<ServerSocket>();
    var ports = new ArrayList<Integer>();
    for (int left = count; left > 0; left--) {
      var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
      sockets.add(socket);
      ports.add(socket.getLocalPort());
    }
    for (var socket : sockets) {
      socket.close();
    }
    return ports;
  }
}
