package lab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A verification, and a run that has not begun, that somebody ends with Ctrl-C. */
@Tag("process")
@Tag("alone")
@Timeout(180)
class InterruptedVerifyIT {
  private static final String STAGE =
      """
      format: 1
      title: Long
      minutes: 5
      needs: []
      tracks: [full]
      owns: [nginx/nginx.conf]
      loads:
        hello: {lanes: [{name: check, route: /, per-second: 1}], seconds: 600}
      checks:
        - {id: answers, title: It answers, kind: traffic, load: hello, lane: check, slo: {ok-share: 1}, timeout: 60s, points: 1, rationale: Because.}
      """;

  @TempDir Path folder;
  private LabBench bench = new LabBench(Path.of(""));

  @BeforeEach
  void checkout() throws IOException {
    bench = LabBench.in(folder.resolve("it's a checkout"));
    Files.createDirectories(bench.root().resolve("exercises/01-long"));
    Files.writeString(bench.root().resolve("exercises/01-long/stage.yaml"), STAGE);
  }

  @Test
  void saysWhatIsKeptOfAVerificationAndPutsNothingOnRecord() throws Exception {
    try (var lab = LabProcess.start(bench.root(), "verify")) {
      lab.awaitWords("yours");
      lab.signal("INT");
      assertThat(lab.exitCode()).isEqualTo(130);
      assertThat(lab.said().replaceAll("\\s+", " "))
          .contains("Stopped: this verification is not on record", "kept in .lab/runs/r-0001.")
          .doesNotContain("bug", "problem");
    }
    assertThat(bench.root().resolve(".lab/runs/r-0001/verify.json")).doesNotExist();
    var journal = bench.root().resolve(".lab/journal.ndjson");
    assertThat(Files.exists(journal) ? Files.readString(journal) : "").doesNotContain("verified");
    LabProcess.awaitNobodyOf(bench.root());
  }

  @Test
  void saysThatThereIsNoRunYet() throws Exception {
    try (var lab = LabProcess.start(bench.root(), "run", "check-feed")) {
      lab.awaitWords("starting feed");
      lab.signal("INT");
      assertThat(lab.exitCode()).isEqualTo(130);
      assertThat(lab.said()).contains("Stopped before the load began: there is no run to keep.");
    }
    LabProcess.awaitNobodyOf(bench.root());
  }
}
