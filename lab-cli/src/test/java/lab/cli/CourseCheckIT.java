package lab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The course proves itself with the checks that learners meet: starters fail, solutions pass, wrong
 * answers fail at the check that they name and get the hint that they name.
 */
@Tag("process")
class CourseCheckIT {
  @ParameterizedTest
  @ValueSource(strings = {"01", "04", "07", "08", "09"})
  @Timeout(value = 15, unit = TimeUnit.MINUTES)
  void theStageIsAsItSays(String stage) {
    var out = new StringWriter();
    var err = new StringWriter();
    int code =
        Main.commandLine()
            .setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(err, true))
            .execute("--root", "..", "--plain", "dev", "check", stage);
    assertThat(code).as(out.toString() + err).isZero();
    assertThat(out.toString()).contains("ok ").doesNotContain("FAULT");
  }
}
