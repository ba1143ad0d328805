package lab.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lab.load.sample.Summary;
import lab.run.RunResult.Recovery;
import lab.run.RunResult.RunMachine;
import lab.run.RunResult.RunSettings;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class RunResultTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @Test
  void aRunOnACrowdedMachineSaysNothing() {
    assertThat(run(Optional.of(0.9)).countsStand()).isFalse();
    assertThat(run(Optional.of(0.4)).countsStand()).isTrue();
    assertThat(run(Optional.empty()).countsStand()).isTrue();
  }

  @Test
  void runsFromBeforeOthersWereMeasuredCanBeRead() {
    var text = JSON.writeValueAsString(run(Optional.of(0.4)));
    var old = text.replace(",\"othersShare\":0.4", "");
    assertThat(old).isNotEqualTo(text);
    assertThat(JSON.readValue(old, RunResult.class).machine().othersShare()).isEmpty();
  }

  private static RunResult run(Optional<Double> othersShare) {
    return new RunResult(
        RunResult.SCHEMA,
        "r-0001",
        "incident",
        Instant.EPOCH,
        "lab",
        new RunSettings(10, 10, 90, 1, "constant", Optional.empty(), 2, 40, 2.5, List.of()),
        new RunMachine("1.22.1", "25", 2, Map.of(), othersShare),
        Summary.of(List.of(), Duration.ofSeconds(9)),
        Map.of(),
        Map.of(),
        Map.of(),
        new Recovery(0, 0, Optional.empty(), 0),
        "nothing",
        true);
  }
}
