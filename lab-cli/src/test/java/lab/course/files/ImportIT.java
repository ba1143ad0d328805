package lab.course.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import lab.course.KilledJvm;
import lab.course.SmallCourse;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Imports that are killed at any point leave one progress whole, never a mixture of two. */
@Tag("process")
@Timeout(300)
class ImportIT {
  private static final int KILLS = 15;

  @TempDir Path root;

  @Test
  void afterKillNineOneProgressIsThereWhole() throws Exception {
    var course = SmallCourse.in(root);
    for (int kill = 1; kill <= KILLS; kill++) {
      KilledJvm.saidBeforeItsEnd(
          1 + kill, (double) kill / KILLS, ImportVictim.class, root.toString());
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
}
