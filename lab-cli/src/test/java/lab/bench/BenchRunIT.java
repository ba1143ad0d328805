package lab.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The words of {@code bench/run}; what it measures takes minutes and is for a person to start. */
@Tag("process")
@Timeout(60)
class BenchRunIT {
  private static final Path PROJECT = Path.of(System.getProperty("lab.root"));

  private record Done(int exit, String said) {}

  @Test
  void everySectionIsListedWithWhatItMeasures() throws Exception {
    var sections = run("--list").said().lines().toList();
    assertThat(sections).contains("capacity", "engine", "faults", "findings", "start", "streams");
    var help = run("--help");
    assertThat(help.exit()).isZero();
    for (var section : sections) {
      assertThat(help.said()).containsPattern("(?m)^  " + section + " +\\S.{20,}$");
    }
  }

  @Test
  void unknownSectionAndOptionAreBadUsage() throws Exception {
    for (var word : List.of("nothing", "lib", "--bogus")) {
      var done = run(word);
      assertThat(done.exit()).as(word).isEqualTo(2);
      assertThat(done.said()).contains(word).doesNotContain("==");
    }
  }

  private static Done run(String... words) throws IOException, InterruptedException {
    var command = new ArrayList<>(List.of(PROJECT.resolve("bench/run").toString()));
    command.addAll(List.of(words));
    var process = new ProcessBuilder(command).redirectErrorStream(true).start();
    var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Done(process.waitFor(), said);
  }
}
