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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** A run that somebody ends: Ctrl-C, a closed terminal, kill -9; and one that dies by itself. */
@Tag("process")
@Timeout(180)
class InterruptedRunIT {
  private static final String UNDER_WAY = "load 1.";

  @TempDir Path folder;
  private LabBench bench = new LabBench(Path.of(""));

  @BeforeEach
  void checkout() throws IOException {
    bench = LabBench.in(folder.resolve("it's a checkout"));
  }

  @ParameterizedTest
  @CsvSource({"INT, 130", "HUP, 129", "TERM, 143"})
  void aSignalDuringTheLoadKeepsAndShowsWhatWasMeasured(String signal, int exit) throws Exception {
    try (var lab = LabProcess.start(bench.root(), "run", "check-feed")) {
      lab.awaitWords(UNDER_WAY);
      lab.signal(signal);
      assertThat(lab.exitCode()).isEqualTo(exit);
      assertThat(lab.said()).contains("ROUTE", "STOPPED", "the load was cut short", "Kept in");
    }
    var kept = bench.root().resolve(".lab/runs/latest/run.json");
    var run = JsonMapper.builder().build().readTree(Files.readString(kept));
    assertThat(run.path("complete").asBoolean()).isFalse();
    assertThat(run.at("/lanes/lanes/0/sent").asLong()).isPositive();
    LabProcess.awaitNobodyOf(bench.root());
  }

  @Test
  void ctrlCDuringTheRecoveryKeepsTheRunAsNotRecovered() throws Exception {
    try (var lab = LabProcess.start(bench.root(), "run", "check-feed", "--duration", "30s")) {
      lab.awaitWords("recovery predicted: ");
      lab.awaitWords("drain 1.");
      lab.signal("INT");
      assertThat(lab.exitCode()).isEqualTo(130);
      assertThat(lab.said()).containsPattern("not recovered\\s+after [0-9]");
    }
    LabProcess.awaitNobodyOf(bench.root());
  }

  @Test
  void killDuringTheLoadLeavesNobody() throws Exception {
    try (var lab = LabProcess.start(bench.root(), "run", "incident")) {
      lab.awaitWords(UNDER_WAY);
      lab.signal("KILL");
      lab.exitCode();
      LabProcess.awaitNobodyOf(bench.root());
    }
  }
}
