package lab.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import lab.cli.Setup;
import lab.course.files.StackFile;
import lab.course.journal.Journal;
import lab.course.variation.Variation;
import lab.load.plan.Arrivals;
import lab.run.Scenario;
import lab.stack.StackSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** What the words after {@code lab run} make of the traffic and of the programs. */
class RunOptionsTest {
  /** Of a learner whose numbers are all others than the original incident's. */
  private static final Variation THEIRS = new Variation(7, 8, 1, 6, 3, 45, 75, 2);

  @TempDir Path folder;

  @Test
  void everyOptionReachesTheTraffic() {
    var words = "incident --rate 7.5 --conns 200 --duration 2m --arrivals poisson --seed 42";
    assertThat(command(words).options(setup()))
        .isEqualTo(
            new Scenario.Options(
                Optional.of(7.5),
                Optional.of(200),
                Optional.of(Duration.ofMinutes(2)),
                Arrivals.POISSON,
                42,
                Optional.of(2.0)));
  }

  @ParameterizedTest
  @CsvSource({"check-feed, 8", "stream-feed, 8", "incident, 8", "hash, 2"})
  void withoutOptionsTheNumbersAreTheLearners(String scenario, double rate) {
    assertThat(command(scenario).options(setup()))
        .isEqualTo(
            new Scenario.Options(
                Optional.of(rate),
                Optional.of(75),
                Optional.empty(),
                Arrivals.CONSTANT,
                7,
                Optional.of(2.0)));
  }

  @Test
  void theProgramsAreTheLearnersInTheSizeOfStackYaml() {
    assertThat(command("incident").settings(setup()))
        .isEqualTo(new StackSettings(10, 7, 4, 50, 2048, 30, 1, 6, false));
    assertThat(command("incident --speed 5 --seed 42 --blocking-feed").settings(setup()))
        .isEqualTo(new StackSettings(5, 42, 4, 50, 2048, 30, 1, 6, true));
  }

  private static RunCommand command(String words) {
    var command = new RunCommand();
    new CommandLine(command)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .parseArgs(words.split(" ", -1));
    return command;
  }

  private Setup setup() {
    return new Setup(Journal.open(folder, Clock.systemUTC()), THEIRS, new StackFile(4, 50));
  }
}
