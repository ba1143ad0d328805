package lab.course.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import lab.course.SmallCourse;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Imports that are killed at any point leave one progress whole, never a mixture of two. */
@Tag("process")
@Tag("side-by-side")
@Timeout(120)
class ImportIT {
  private static final int KILLS = 15;

  @TempDir Path root;

  @Test
  void afterKillNineOneProgressIsThereWhole() throws Exception {
    var course = SmallCourse.in(root);
    for (int kill = 1; kill <= KILLS; kill++) {
      takeInAndKillAfter(kill);
      new ProgressImport(root, course.state()).settle();
      var name = course.journal().progress().learner().name().orElseThrow();
      assertThat(course.read(".lab/findings.ndjson")).isEqualTo(name);
      assertThat(course.read(".lab/runs/r-0001/run.json")).isEqualTo(name);
      assertThat(course.read(".lab/runs/latest/run.json")).isEqualTo(name);
      assertThat(course.state().resolve("importing")).doesNotExist();
    }
    new ProgressImport(root, course.state()).take(ImportVictim.progressOf("ada"), course.load());
    assertThat(course.read("stack.yaml")).isEqualTo("ada");
  }

  /** It goes on while it is told that one was done: the kill falls somewhere into the next. */
  private void takeInAndKillAfter(int kill) throws IOException, InterruptedException {
    var errors = Files.createTempFile(root, "victim", ".txt");
    var process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                ImportVictim.class.getName(),
                root.toString())
            .redirectError(errors.toFile())
            .start();
    try (var out =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (int taken = 0; taken < kill; taken++) {
        assertThat(out.readLine()).as(Files.readString(errors)).isNotNull();
      }
    } finally {
      process.destroyForcibly();
    }
    process.waitFor();
  }
}
