package lab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import lab.course.SmallCourse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What lab undo brings back, as it is typed. */
class UndoCommandTest {
  private static final String ANSWERS = "exercises/01-first/answers.yaml";
  private static final String CONF = "nginx/nginx.conf";

  @TempDir Path folder;
  private CourseBench bench = new CourseBench(new SmallCourse(Path.of("")));

  @BeforeEach
  void makeCourse() throws IOException {
    bench = CourseBench.in(folder.resolve("lab"));
    bench.course().write(ANSWERS, "workers: 7\n");
  }

  @Test
  void withoutAnActItSaysSo() {
    var done = bench.lab("undo");
    assertThat(done.exit()).isEqualTo(1);
    assertThat(done.out()).contains("Nothing to undo");
  }

  @Test
  void gotoWithReferencesIsOneActAndOneUndoBringsEverythingBack() throws IOException {
    var went = bench.lab("goto", "02", "--reference");
    assertThat(went.out())
        .contains(ANSWERS, "stack.yaml", "snapshot s-0001; lab undo")
        .doesNotContain("Made ready");
    assertThat(went.out().split("snapshot", -1)).as("said once").hasSize(2);
    assertThat(bench.course().root().resolve("stack.yaml")).exists();

    var undone = bench.lab("undo");
    assertThat(undone.exit()).isZero();
    assertThat(undone.out()).contains("Undone: goto 02 --reference", "lab undo s-0002");
    assertThat(bench.course().read(ANSWERS)).isEqualTo("workers: 7\n");
    assertThat(bench.course().root().resolve("stack.yaml")).doesNotExist();
    assertThat(bench.lab("undo").out()).contains("every act is taken back");
    assertThat(bench.course().read(ANSWERS)).isEqualTo("workers: 7\n");
  }

  @Test
  void gotoEditUndoUndoComesToTheFirstFilesAndTheEditIsKept() throws IOException {
    bench.course().write(CONF, "# mine\n");
    bench.lab("goto", "02", "--reference");
    bench.course().write(ANSWERS, "workers: 3\n");
    bench.lab("goto", "03", "--reference");
    assertThat(bench.course().read(CONF)).startsWith("# solved");

    assertThat(bench.lab("undo").out())
        .contains("Undone: goto 03 --reference", "the act before: goto 02 --reference");
    assertThat(bench.course().read(CONF)).isEqualTo("# mine\n");
    assertThat(bench.course().read(ANSWERS)).isEqualTo("workers: 3\n");
    var second = bench.lab("undo", "--json").json();
    assertThat(second.path("undone").asString()).isEqualTo("goto 02 --reference");
    assertThat(bench.course().read(ANSWERS)).isEqualTo("workers: 7\n");

    var kept = second.path("snapshot").asString();
    assertThat(bench.lab("undo", kept).out()).contains("Put back from " + kept);
    assertThat(bench.course().read(ANSWERS)).isEqualTo("workers: 3\n");
    assertThat(bench.lab("undo", kept).out()).contains("stand as in " + kept);
  }

  @Test
  void ownFileOfTheStageGoneToIsSaidToStay() throws IOException {
    bench.course().write(CONF, "# mine\n");
    var went = bench.lab("goto", "02", "--reference");
    assertThat(went.out()).contains("Your own " + CONF + " stays.");
    assertThat(bench.course().read(CONF)).isEqualTo("# mine\n");
  }

  @Test
  void afterGotoTheBeginningOfAnAssistedStageIsStillKnown() throws IOException {
    bench.course().write(ANSWERS, "workers:\n");
    bench.lab("goto", "03", "--reference");
    assertThat(bench.lab("reset", "01", "--yes").out()).contains("Reset: " + ANSWERS);
    assertThat(bench.course().read(ANSWERS)).isEqualTo("workers:\n");
  }

  @Test
  void aNameThatIsNoSnapshotIsAnsweredWithThoseThatThereAre() {
    assertThat(bench.lab("undo", "s-0001").err())
        .contains("There is no snapshot 's-0001'", "None was made yet");
    bench.lab("goto", "02", "--reference");
    var done = bench.lab("undo", "../x");
    assertThat(done.exit()).isEqualTo(2);
    assertThat(done.err()).contains("s-0001 (before goto 02 --reference)");
  }
}
