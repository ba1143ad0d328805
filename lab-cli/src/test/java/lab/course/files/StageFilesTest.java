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
import lab.course.journal.Event;
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

    var undone = course.files().undo().orElseThrow();
    assertThat(course.read("exercises/01-first/answers.yaml")).isEqualTo("workers: 7\n");
    assertThat(course.files().undo()).as("there was one act").isEmpty();
    assertThat(course.files().restore(undone.snapshot())).as("an undo can be undone").isPresent();
    assertThat(course.read("exercises/01-first/answers.yaml")).isEqualTo("workers:\n");
    assertThat(course.files().restore(undone.snapshot())).as("it stands so already").isEmpty();
    course.files().undo();
    assertThat(course.read("exercises/01-first/answers.yaml")).isEqualTo("workers: 7\n");
  }

  @Test
  void undoGoesBackThroughTheActsAndWhatStoodBetweenThemIsKept() throws IOException {
    course.write(CONF, "# one\n");
    course.files().reset(stage("03"));
    course.write(CONF, "# two\n");
    course.files().reset(stage("02"));
    course.write(CONF, "# three\n");

    var last = course.files().undo().orElseThrow();
    assertThat(last.why()).isEqualTo("reset 02");
    assertThat(course.read(CONF)).isEqualTo("# two\n");
    assertThat(course.files().undo().orElseThrow().why()).isEqualTo("reset 03");
    assertThat(course.read(CONF)).isEqualTo("# one\n");
    assertThat(course.files().undo()).isEmpty();

    course.files().restore(last.snapshot());
    assertThat(course.read(CONF)).isEqualTo("# three\n");
    course.files().undo();
    assertThat(course.read(CONF)).isEqualTo("# one\n");
  }

  @Test
  void undoThatFailsIsNotOnRecordAsDoneAndIsDoneByTheNext() throws IOException {
    course.write(CONF, "# mine\n");
    course.files().reset(stage("02"));
    course.write(CONF, "# edited\n");
    Files.move(root.resolve("stack.yaml"), root.resolve("away"));
    Files.createDirectories(root.resolve("stack.yaml/full"));
    assertThatThrownBy(() -> course.files().undo()).isInstanceOf(ProblemException.class);
    assertThat(course.read(CONF)).as("all of it or nothing").isEqualTo("# edited\n");

    Files.delete(root.resolve("stack.yaml/full"));
    Files.delete(root.resolve("stack.yaml"));
    Files.move(root.resolve("away"), root.resolve("stack.yaml"));
    var undone = course.files().undo().orElseThrow();
    assertThat(course.read(CONF)).isEqualTo("# mine\n");
    assertThat(root.resolve("stack.yaml")).doesNotExist();
    course.files().restore(undone.snapshot());
    assertThat(course.read(CONF)).isEqualTo("# edited\n");
  }

  @Test
  void undoThatWasKilledAfterItPutTheFilesBackStillKnowsWhatStoodBefore() throws IOException {
    course.write(CONF, "# mine\n");
    var act = course.files().reset(stage("03")).snapshot().orElseThrow();
    course.write(CONF, "# edited\n");
    var snapshots = new Snapshots(root, course.state());
    var kept = snapshots.keep(List.of(CONF));
    course.journal().append(new Event.Undoing(kept, List.of(CONF), act));
    snapshots.putBack(act);

    assertThat(course.files().undo().orElseThrow().snapshot()).isEqualTo(kept);
    assertThat(course.read(CONF)).isEqualTo("# mine\n");
    assertThat(course.files().undo()).isEmpty();
  }

  @Test
  void undoOfAnEarlierLabWhichToggledForEverReachesTheFirstAct() throws IOException {
    course.write(CONF, "# mine\n");
    var snapshots = new Snapshots(root, course.state());
    var first = snapshots.keep(List.of(CONF));
    course.write(CONF, "# solved\n");
    var second = snapshots.keep(List.of("stack.yaml"));
    course.write("stack.yaml", "sync-workers: 2\n");
    var third = snapshots.keep(List.of("stack.yaml"));
    Files.delete(root.resolve("stack.yaml"));
    course
        .journal()
        .append(
            List.of(
                new Event.Kept(first, List.of(CONF), "goto 03 --reference"),
                new Event.Kept(second, List.of("stack.yaml"), "begin 03"),
                new Event.Kept(third, List.of("stack.yaml"), "undo of begin 03"),
                new Event.Undone(second)));

    course.files().undo();
    course.files().undo();
    assertThat(course.read(CONF)).isEqualTo("# mine\n");
    assertThat(course.files().undo()).isEmpty();
  }

  @Test
  void restoreRefusesWhatIsNoSnapshotAndNamesThoseThatThereAre() {
    course.files().reset(stage("02"));
    for (var name : List.of("s-0099", "../../etc", "starter", "")) {
      assertThatThrownBy(() -> course.files().restore(name))
          .isInstanceOfSatisfying(
              ProblemException.class,
              e -> assertThat(e.problems().getFirst().next()).contains("s-0001 (before reset 02)"));
    }
  }

  @Test
  void aSolutionThatWasInstalledIsNeverTakenForTheBeginning() throws IOException {
    var answers = "exercises/01-first/answers.yaml";
    course.files().goWithReferences(List.of(stage("01")), stage("02"));
    assertThat(course.read(answers)).isEqualTo("workers: 2\n");
    assertThat(course.files().reset(stage("01")).changed()).containsExactly(answers);
    assertThat(course.read(answers)).isEqualTo("workers:\n");
  }

  @Test
  void aSolutionThatAnEarlierLabPutAwayAsTheBeginningIsNone() throws IOException {
    var answers = "exercises/01-first/answers.yaml";
    course.write(".lab/snapshots/starter/" + answers, "workers: 2\n");
    course.write(answers, "workers: 2\n");
    var unknown = course.files().reset(stage("01"));
    assertThat(unknown.changed()).isEmpty();
    assertThat(unknown.unknown()).containsExactly(answers);

    course.write(answers, "workers:\n");
    course.files().begin(stage("01"));
    course.write(answers, "workers: 9\n");
    assertThat(course.files().reset(stage("01")).changed()).containsExactly(answers);
    assertThat(course.read(answers)).isEqualTo("workers:\n");
  }

  @Test
  void resetLeavesAloneWhatItHasNotSeenBefore() throws IOException {
    course.write("exercises/01-first/answers.yaml", "workers: 7\n");
    var done = course.files().reset(stage("01"));
    assertThat(done.unknown()).containsExactly("exercises/01-first/answers.yaml");
    assertThat(done.snapshot()).isEmpty();
    assertThat(course.read("exercises/01-first/answers.yaml")).isEqualTo("workers: 7\n");
    assertThat(course.files().reset(stage("01")).unknown()).as("nor the next time").hasSize(1);
  }

  @Test
  void replacingWhereAFolderStandsChangesNoFileAtAll() throws IOException {
    course.write(CONF, "# mine\n");
    course.write("stack.yaml/inside", "");
    assertThatThrownBy(() -> course.files().reset(stage("02")))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("stack.yaml");
    assertThat(course.read(CONF)).isEqualTo("# mine\n");
    assertThat(course.journal().entries()).isEmpty();
    try (var left = Files.list(root.resolve("nginx"))) {
      assertThat(left).hasSize(1);
    }
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
    var done = course.files().goWithReferences(List.of(stage("01"), stage("02")), stage("03"));

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
