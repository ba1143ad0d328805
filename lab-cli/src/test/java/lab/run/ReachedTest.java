package lab.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import lab.run.nginx.NginxTrace;
import lab.stack.Program;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReachedTest {
  private static final Map<String, String> LANES =
      Map.of(
          "lab.r-0002-check-0",
          "check",
          "lab.r-0002-check-1",
          "check",
          "lab.r-0002-hash-0",
          "hash");

  @TempDir Path folder;

  @Test
  void nginxsTraceTellsWhomItAsked() throws IOException {
    var reached =
        reached(
            trace("lab.r-0002-check-0", "[::1]:8101, 127.0.0.1:8101")
                + trace("lab.r-0002-hash-0", "127.0.0.1:8103"),
            "");
    assertThat(reached.by("check", Program.SYNC)).isTrue();
    assertThat(reached.by("check", Program.ASYNC)).isFalse();
    assertThat(reached.by("hash", Program.ASYNC)).isTrue();
  }

  @Test
  void aModeThatBeganToServeWasReachedThoughNginxHasNotToldYet() throws IOException {
    var reached = reached("", begun("pooled", "lab.r-0002-check-1"));
    assertThat(reached.modesByLane()).isEqualTo(Map.of("check", java.util.Set.of("pooled")));
  }

  @Test
  void theDeadRequestsOfAnEarlierRunReachNothingInThisOne() throws IOException {
    var reached =
        reached(trace("lab.r-0001-check-7", "127.0.0.1:8101"), begun("sync", "lab.r-0001-check-0"));
    assertThat(reached.modesByLane()).isEmpty();
  }

  @Test
  void aGroupOfWhichNothingLivesIsNoMode() throws IOException {
    assertThat(reached(trace("lab.r-0002-check-0", "sync"), "").modesByLane()).isEmpty();
  }

  private Reached reached(String trace, String events) throws IOException {
    var traced = Files.writeString(folder.resolve("trace.ndjson"), trace);
    var told = Files.writeString(folder.resolve("events.ndjson"), events);
    var ports = new EnumMap<Program, Integer>(Program.class);
    for (var program : Program.values()) {
      ports.put(program, program.usualPort());
    }
    return Reached.of(LANES, new Reached.Witnesses(NginxTrace.read(traced, 0), told, ports));
  }

  /** As nginx 1.22.1 wrote it. */
  private static String trace(String nonce, String asked) {
    return """
    {"nonce":"%s","at":1795642269.791,"method":"GET","uri":"/x","status":499,"seconds":0.554,"upstream":"%s","upstream_status":"-","upstream_seconds":"0.554","cache":"","server_port":"8080"}
    """
        .formatted(nonce, asked);
  }

  private static String begun(String program, String nonce) {
    return """
    {"program":"%s","role":"worker","process":3085,"at":1795642269216018,"event":"begun","slot":"2","request":"%s","method":"GET","route":"/x"}
    """
        .formatted(program, nonce);
  }
}
