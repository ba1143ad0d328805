package lab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A check that takes longer than its stage allows, with a real stack and real traffic. */
@Tag("process")
@Timeout(120)
class OverrunIT {
  private static final String STAGE =
      """
      format: 1
      title: Slow
      minutes: 5
      needs: []
      tracks: [full]
      owns: [nginx/nginx.conf]
      loads:
        hello: {lanes: [{name: check, route: /, per-second: 1}], seconds: 1}
      checks:
        - {id: answers, title: It answers, kind: traffic, load: hello, lane: check, slo: {ok-share: 1}, timeout: 1s, points: 1, rationale: Because.}
        - {id: proved, title: It was the application, kind: served-by, load: hello, routes: [/], points: 1, rationale: Because.}
        - {id: later, title: It is undone, kind: causality, load: hello, routes: [/], needs: [answers], points: 1, rationale: Because.}
      """;

  @TempDir static Path folder;

  /** At speed 1 the warm-up alone takes longer than the second and the replays of a second. */
  @Test
  void isGivenUpWithWhatItWaitedForAndLeavesNothingRunning() throws IOException {
    var bench = LabBench.in(folder);
    Files.createDirectories(folder.resolve("exercises/01-slow"));
    Files.writeString(folder.resolve("exercises/01-slow/stage.yaml"), STAGE);

    var done = bench.lab("verify", "01", "--speed", "1");

    assertThat(done.out())
        .contains("open  answers", "given up after 1 s", "still at work then: ", "lab doctor")
        .contains("open  proved", "the load 'hello' ran over before")
        .contains("skip  later", "waits for answers");
    assertThat(done.exit()).isEqualTo(3);
    LabProcess.awaitNobodyOf(folder);
  }
}
