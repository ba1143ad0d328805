package lab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StackUsageTest {
  @ParameterizedTest
  @CsvSource({
    "stream-feed, --rate, 50, 'check-feed, incident, hash'",
    "check-feed, --conns, 200, 'stream-feed, incident'",
    "hash, --conns, 5, 'stream-feed, incident'",
    "stream-feed, --arrivals, poisson, 'check-feed, incident, hash'"
  })
  void anOptionThatChangesNothingIsRefusedWithTheScenariosItBelongsTo(
      String scenario, String option, String value, String belongsTo) {
    var done = run("run", scenario, option, value);
    assertThat(done.code()).isEqualTo(2);
    assertThat(done.err())
        .contains(option + " changes nothing about " + scenario + ": it belongs to " + belongsTo);
  }

  @Test
  void aNegativeNumberOfLinesIsBadUsage() {
    var done = run("logs", "-n", "-1");
    assertThat(done.code()).isEqualTo(2);
    assertThat(done.err()).contains("--lines must not be negative: -1");
  }

  @Test
  void aProgramThatIsNoneIsBadUsageAndTheNamesAreSaid() {
    var done = run("logs", "nobody");
    assertThat(done.code()).isEqualTo(2);
    assertThat(done.err())
        .contains("There is no program nobody.", "one of: feed sync pooled async virtual nginx");
  }

  private static Ran run(String... words) {
    var err = new StringWriter();
    int code =
        Main.commandLine()
            .setOut(new PrintWriter(new StringWriter()))
            .setErr(new PrintWriter(err))
            .execute(words);
    return new Ran(code, err.toString());
  }

  /** What a command left behind. */
  private record Ran(int code, String err) {}
}
