package lab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code lab} alone, the first time: a look at the machine, and what to do next. */
class WelcomeTest {
  @TempDir private Path folder = Path.of("");

  @Test
  void itLooksAtTheMachineTellsWhatHappenedAndWhatToDoNext() throws IOException {
    var bench = CourseBench.in(folder.resolve("lab"));
    var doctor = bench.lab("doctor");
    var first = bench.lab();
    assertThat(first.exit()).as(first.err()).isEqualTo(doctor.exit());
    assertThat(first.out())
        .contains("CONCURRENCY LAB", "JDK", "nginx", "ports", "clock")
        .contains("The pager went off. /check_feed gets 10 requests a second")
        .containsSubsequence("./lab next", "./lab run incident", "./lab up", "./lab --help");
  }

  @Test
  void asJsonItIsWhatWasSeenOfTheMachine() throws IOException {
    var json = CourseBench.in(folder.resolve("lab")).lab("--json").json();
    assertThat(json.path("schema").asString()).isEqualTo("lab/welcome/1");
    assertThat(json.path("observations").valueStream().map(one -> one.path("subject").asString()))
        .contains("JDK", "nginx", "ports", "clock");
  }

  @Test
  void whoHasBegunIsToldWhereTheyAreInstead() throws IOException {
    var bench = CourseBench.in(folder.resolve("lab"));
    assertThat(bench.lab("next").exit()).isZero();
    assertThat(bench.lab().out()).contains("01").doesNotContain("The pager went off");
  }
}
