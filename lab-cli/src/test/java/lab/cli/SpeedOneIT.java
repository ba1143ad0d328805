package lab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** The incident in its own time: two workers of 2.5 s a request, asked ten times a second. */
@Tag("process")
@Timeout(180)
class SpeedOneIT {
  @TempDir Path folder;
  private LabBench bench = new LabBench(Path.of(""));

  @AfterEach
  void down() {
    bench.lab("down");
  }

  @Test
  void theRightUpstreamServesAllAndTheShippedFileCollapses() throws Exception {
    bench = LabBench.in(folder);
    var up = bench.lab("up", "-d", "--speed", "1");
    assertThat(up.exit()).as(up.err()).isZero();
    var tooLong = bench.lab("run", "check-feed", "--duration", "200m");
    assertThat(tooLong.exit()).as("the stack's speed counts: " + tooLong.err()).isEqualTo(2);
    assertThat(bench.root().resolve(".lab/runs")).doesNotExist();

    var shipped = Files.readString(folder.resolve("nginx/nginx.conf"));
    bench.write(shipped.replace("proxy_pass http://sync", "proxy_pass http://async"));
    var healed = PrintedRun.of(bench, "check-feed", "--duration", "5s");
    assertThat(healed.lane("check").path("sent").asLong()).isEqualTo(50);
    assertThat(healed.count("check", "OK")).isEqualTo(50);

    bench.write(shipped);
    try (var lab = LabProcess.start(bench.root(), "run", "check-feed", "--duration", "20s")) {
      lab.awaitWords("drain 1.");
      lab.signal("INT");
      lab.exitCode();
    }
    var collapse = latest();
    assertThat(collapse.at("/settings/speed").asInt()).isEqualTo(1);
    long sent = collapse.lane("check").path("sent").asLong();
    assertThat(sent).isGreaterThanOrEqualTo(180);
    assertThat(collapse.count("check", "OK")).isLessThan(sent / 4);
    assertThat(collapse.at("/modes/sync/mostBacklog").asLong()).isGreaterThan(sent / 2);
  }

  private PrintedRun latest() throws IOException {
    var file = bench.root().resolve(".lab/runs/latest/run.json");
    return new PrintedRun(JsonMapper.builder().build().readTree(Files.readString(file)));
  }
}
