package lab.course.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import lab.course.SmallCourse;
import lab.course.StageState;
import lab.course.Standing;
import lab.course.stage.Stage;
import lab.problem.ProblemException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StageFilesTest {
  private static final String CONF = "nginx/nginx.conf";

  @TempDir Path root;
  private SmallCourse course;

  @BeforeEach
  void makeCourse() throws IOException {
    course = SmallCourse.in(root);
  }

  private Stage stage(String number) {
    return course.load().stage(number).orElseThrow();
  }

  @Test
  void beginningAStageInstallsWhatIsMissingWithItsNumbers() throws IOException {
    var done = course.files().begin(stage("02"));

    assertThat(done.changed()).containsExactly("stack.yaml");
    assertThat(course.read("stack.yaml")).isEqualTo("sync-workers: 2\npool-threads: 40\n");
    assertThat(course.read(CONF)).isEqualTo(SmallCourse.SHIPPED);
  }

  @Test
  void beginningAStageLeavesOwnWorkAloneAndReplacesWhatTheCourseShipped() throws IOException {
    assertThat(course.files().begin(stage("03")).changed()).containsExactly(CONF);
    assertThat(course.read(CONF)).isEqualTo("# third\n");

    course.write(CONF, "# mine\n");
    var done = course.files().begin(stage("03"));
    assertThat(done.changed()).isEmpty();
    assertThat(done.left()).containsExactly(CONF);
    assertThat(course.read(CONF)).isEqualTo("# mine\n");
  }

  @Test
  void resetPutsTheBeginningBackAndUndoTheWork() throws IOException {
    course.files().begin(stage("01"));
    course.write("exercises/01-first/answers.yaml", "workers: 7\n");

    var done = course.files().reset(stage("01"));
    assertThat(done.changed()).containsExactly("exercises/01-first/answers.yaml");
    assertThat(course.read("exercises/01-first/answers.yaml")).isEqualTo("workers:\n");

    assertThat(course.files().undo()).isPresent();
    assertThat(course.read("exercises/01-first/answers.yaml")).isEqualTo("workers: 7\n");
    assertThat(course.files().undo()).as("an undo can be undone").isPresent();
    assertThat(course.read("exercises/01-first/answers.yaml")).isEqualTo("workers:\n");
  }

  @Test
  void undoTakesAwayWhatWasNotThereBefore() throws IOException {
    course.files().reset(stage("02"));
    assertThat(root.resolve("stack.yaml")).exists();
    course.files().undo();
    assertThat(root.resolve("stack.yaml")).doesNotExist();
  }

  @Test
  void snapshotsAreNeverWrittenOver() throws IOException {
    var snapshots = new Snapshots(root, course.state());
    var first = snapshots.keep(List.of(CONF));
    course.write(CONF, "# changed\n");
    var second = snapshots.keep(List.of(CONF));

    assertThat(first).isNotEqualTo(second);
    assertThat(Files.readString(snapshots.folder(first).resolve("files").resolve(CONF)))
        .isEqualTo(SmallCourse.SHIPPED);
    snapshots.putBack(first);
    assertThat(course.read(CONF)).isEqualTo(SmallCourse.SHIPPED);
  }

  @Test
  void nothingIsReplacedWhenItCannotBeKeptFirst() throws IOException {
    course.write(CONF, "# mine\n");
    Files.createDirectories(course.state());
    Files.writeString(course.state().resolve("snapshots"), "a file where the folder should be");

    assertThatThrownBy(() -> course.files().reset(stage("03")))
        .isInstanceOf(ProblemException.class);
    assertThat(course.read(CONF)).isEqualTo("# mine\n");
    assertThat(course.journal().entries()).isEmpty();
  }

  @Test
  void referencesOfEarlierStagesAreInstalledAndMarkedAssisted() throws IOException {
    course.write(CONF, "# mine\n");
    var done = course.files().installReferences(List.of(stage("01"), stage("02")), stage("03"));

    assertThat(course.read(CONF)).isEqualTo("# solved, 25 in flight\n");
    assertThat(course.read("exercises/01-first/answers.yaml")).isEqualTo("workers: 2\n");
    var standing = new Standing(course.load(), course.journal().progress(), _ -> true);
    assertThat(standing.of(stage("02"))).isEqualTo(StageState.ASSISTED);
    assertThat(standing.of(stage("03"))).isEqualTo(StageState.OPEN);
    assertThat(standing.here()).contains(stage("03"));
    assertThat(done.snapshot()).isPresent();
    course.files().undo();
    assertThat(course.read(CONF)).isEqualTo("# mine\n");
  }

  @Test
  void aSaveIsNoticedByContentAndATouchIsNot() throws IOException {
    var before = ContentHash.of(root, List.of(CONF, "stack.yaml"));
    course.write(CONF, SmallCourse.SHIPPED);
    assertThat(ContentHash.of(root, List.of(CONF, "stack.yaml")).changedSince(before)).isEmpty();
    course.write(CONF, "# changed\n");
    course.write("stack.yaml", "sync-workers: 4\n");
    assertThat(ContentHash.of(root, List.of(CONF, "stack.yaml")).changedSince(before))
        .containsExactly(CONF, "stack.yaml");
  }
}
