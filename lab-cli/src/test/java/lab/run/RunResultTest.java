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
  void aRunThatOthersMayHaveSpoiltSaysNothing() {
    assertThat(run(true).countsStand()).isFalse();
    assertThat(run(false).countsStand()).isTrue();
  }

  @Test
  void runsFromBeforeOthersWereMeasuredCanBeRead() {
    var text = JSON.writeValueAsString(run(false));
    var old =
        text.replace(",\"othersShare\":0.4", "")
            .replace(",\"othersWanted\":0.6", "")
            .replace("\"crowded\":false,", "")
            .replace(",\"loss\":null", "")
            .replace("\"blockingFeed\":false,", "");
    assertThat(old.length()).isLessThan(text.length() - 30);
    var read = JSON.readValue(old, RunResult.class);
    assertThat(read.machine().othersShare()).isEmpty();
    assertThat(read.machine().othersWanted()).isEmpty();
    assertThat(read.settings().blockingFeed()).isEmpty();
    assertThat(read.loss()).isEmpty();
    assertThat(read.countsStand()).isTrue();
  }

  @Test
  void runsFromBeforeWaitsInVainWereCountedCanBeRead() {
    var text = JSON.writeValueAsString(run(false));
    var old = text.replace(",\"unanswered\":0", "");
    assertThat(old.length()).isLessThan(text.length() - 40);
    assertThat(JSON.readValue(old, RunResult.class)).isEqualTo(run(false));
  }

  private static RunResult run(boolean crowded) {
    return new RunResult(
        RunResult.SCHEMA,
        "r-0001",
        "incident",
        Instant.EPOCH,
        "lab",
        new RunSettings(
            10, 10, 90, 1, "constant", Optional.empty(), Optional.of(false), 2, 40, 2.5, List.of()),
        new RunMachine("1.22.1", "25", 2, Map.of(), Optional.of(0.4), Optional.of(0.6)),
        Summary.of(List.of(), Duration.ofSeconds(9)),
        Map.of(),
        Map.of(),
        Map.of(),
        new Recovery(0, 0, Optional.empty(), 0),
        "nothing",
        crowded,
        true,
        Optional.empty());
  }
}
