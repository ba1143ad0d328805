package lab.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import lab.cli.Console;
import lab.load.engine.LaneProgress;
import lab.load.engine.Progress;
import lab.load.plan.Arrivals;
import lab.load.sample.Outcome;
import lab.load.sample.Percentiles;
import lab.run.Gauges;
import lab.run.Rehearsal;
import lab.run.RunFolder;
import lab.run.RunProgress;
import lab.run.RunProgress.RecoveryProgress;
import lab.run.Scenario;
import lab.run.Traffic;
import lab.screen.Ink;
import lab.stack.StackSettings;
import lab.stack.events.ProgramEvent.Gauge;
import lab.stack.events.ProgramEvent.Origin;
import org.junit.jupiter.api.Test;

/** What a run says of itself where nothing may move: a log, a pipe, a screen reader. */
class RunViewTest {
  private final StringWriter said = new StringWriter();

  @Test
  void itBeginsWithWhatASecondIsWorth() throws IOException {
    open(10, Optional.of("async"));
    assertThat(said.toString())
        .isEqualTo(
            """

              lab run incident  every location to async  r-0007  nginx 1.22.1
              speed 10: 1 s here is 10 s of the incident; in-flight counts are true
            """);
  }

  @Test
  void atSpeedOneASecondIsASecond() throws IOException {
    open(1, Optional.empty());
    assertThat(said.toString())
        .contains("  lab run incident  r-0007  nginx 1.22.1\n")
        .endsWith("  speed 1: real time\n");
  }

  @Test
  void aLineTellsWhatWasSentWhatBecameOfItAndWhatWaits() throws IOException {
    var view = open(10, Optional.empty());
    said.getBuffer().setLength(0);
    view.accept(progress(RunProgress.Phase.LOAD, Optional.empty()));
    view.accept(progress(RunProgress.Phase.LOAD, Optional.empty()));
    assertThat(said.toString())
        .as("one a second at most")
        .isEqualTo(
            "  load 1.2 s  /check_feed sent 120 ok 8 502 60 504 2 other 5 in flight 45"
                + "  waiting for sync 43\n");
  }

  @Test
  void recoveryIsForetoldOnceWithTheWayToEndIt() throws IOException {
    var view = open(10, Optional.empty());
    said.getBuffer().setLength(0);
    var recovery = Optional.of(new RecoveryProgress(9.1, 0.4));
    view.accept(progress(RunProgress.Phase.RECOVERY, recovery));
    view.accept(progress(RunProgress.Phase.RECOVERY, recovery));
    assertThat(said.toString())
        .isEqualTo(
            """
              recovery predicted: 9.1 s of work that still waits; Ctrl-C ends the wait
              recovery 0.4 s  waiting for sync 43
            """);
  }

  private static RunProgress progress(
      RunProgress.Phase phase, Optional<RecoveryProgress> recovery) {
    var lane =
        new LaneProgress(
            "check",
            "/check_feed",
            900,
            120,
            45,
            0,
            Map.of(
                Outcome.OK,
                8L,
                Outcome.BAD_GATEWAY,
                60L,
                Outcome.GATEWAY_TIMEOUT,
                2L,
                Outcome.CUT,
                5L),
            Percentiles.NONE);
    var gauges = new Gauges();
    gauges.add(
        List.of(
            new Gauge(
                new Origin(0, "sync", "arbiter", 1),
                OptionalLong.empty(),
                OptionalLong.empty(),
                OptionalLong.of(43),
                OptionalLong.empty(),
                OptionalLong.empty(),
                OptionalLong.empty(),
                0)));
    return new RunProgress(
        phase,
        new Progress(Duration.ofMillis(1200), Duration.ofSeconds(9), List.of(lane), false),
        gauges,
        recovery);
  }

  private RunView open(int speed, Optional<String> upstream) throws IOException {
    var console =
        new Console(
            new PrintWriter(new StringWriter()),
            new PrintWriter(said),
            new Ink(false),
            false,
            false,
            true,
            false);
    var options =
        new Scenario.Options(
            Optional.empty(), Optional.empty(), Optional.empty(), Arrivals.CONSTANT, 1);
    var request =
        new Rehearsal.Request(
            Traffic.of(Scenario.INCIDENT, options),
            StackSettings.incident(speed, 1),
            speed,
            upstream,
            "lab",
            Map.of(),
            Path.of("feed"),
            Path.of("stack"),
            "1.22.1",
            Map.of(),
            List.of(),
            true,
            Optional::empty);
    return RunView.open(
        console, Scenario.INCIDENT, request, new RunFolder("r-0007", Path.of("runs", "r-0007")));
  }
}
