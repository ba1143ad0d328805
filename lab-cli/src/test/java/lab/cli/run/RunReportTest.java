package lab.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lab.load.sample.LaneSummary;
import lab.load.sample.Outcome;
import lab.load.sample.Percentiles;
import lab.load.sample.Summary;
import lab.run.RunResult;
import lab.run.RunResult.Recovery;
import lab.run.RunResult.RunMachine;
import lab.run.RunResult.RunSettings;
import lab.screen.Ink;
import lab.screen.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunReportTest {
  private static final int COLUMNS = 80;
  private static final Duration LONG = Duration.ofMillis(12_340);

  /** 71 quick 502s of 270 would look like a fast server. */
  @Test
  void percentilesOfThoseWhoWereNotAnsweredAreLowerBounds() {
    var times = new Percentiles(270, LONG, LONG, LONG, LONG, 199);
    var lines = report(times).lines();
    assertThat(lines)
        .filteredOn(line -> line.startsWith("  /hash_me") && line.endsWith(" 71"))
        .singleElement()
        .asString()
        .containsPattern("> 12.34 s +> 12.34 s +> 12.34 s +> 12.34 s");
    assertThat(lines).allMatch(line -> Table.columns(line) <= COLUMNS);
  }

  @Test
  void percentilesOfAnswersAreNone() {
    var lines = report(new Percentiles(270, LONG, LONG, LONG, LONG, 0)).lines();
    assertThat(lines).noneMatch(line -> line.contains(">"));
  }

  @ParameterizedTest
  @CsvSource({"OK, 73 requests waited when", "BAD_GATEWAY, 73 dead requests waited when"})
  void whatWaitedIsDeadOnlyWhereSomebodyLeft(Outcome outcome, String words) {
    var times = new Percentiles(270, LONG, LONG, LONG, LONG, 0);
    assertThat(String.join(" ", report(times, Map.of(outcome, 270L)).lines()).replaceAll(" +", " "))
        .contains(words);
  }

  private static RunReport report(Percentiles times) {
    return report(times, Map.of(Outcome.BAD_GATEWAY, 71L, Outcome.TIMED_OUT, 199L));
  }

  private static RunReport report(Percentiles times, Map<Outcome, Long> outcomes) {
    var lane =
        new LaneSummary("hash", "/hash_me", 270, outcomes, times, times, 7.9, 0, Optional.empty());
    var result =
        new RunResult(
            RunResult.SCHEMA,
            "r-0001",
            "incident",
            Instant.EPOCH,
            "lab",
            new RunSettings(
                10,
                10,
                90,
                1,
                "constant",
                Optional.empty(),
                Optional.empty(),
                2,
                40,
                2.5,
                List.of()),
            new RunMachine("1.22.1", "25", 2, Map.of(), Optional.empty(), Optional.empty()),
            new Summary(List.of(lane), Percentiles.NONE, Percentiles.NONE, Percentiles.NONE),
            Map.of(),
            Map.of(),
            Map.of(),
            new Recovery(7.3, 73, Optional.empty(), 0),
            "nothing",
            false,
            true,
            Optional.empty());
    return new RunReport(new Ink(false), COLUMNS, result, Path.of("runs", "r-0001"));
  }
}
