package lab.course.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import lab.course.SmallCourse;
import lab.course.journal.Event;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a next start says of a lab that was killed: the states that a kill leaves, made by hand. */
class UnderWayTest {
  /** No system gives this number to a process. */
  private static final int NOBODY = 999_999_999;

  private static final String CONF = "nginx/nginx.conf";

  @TempDir Path root;
  private SmallCourse course = new SmallCourse(Path.of(""));

  @BeforeEach
  void makeCourse() throws IOException {
    course = SmallCourse.in(root);
  }

  private void left(String command, int acts, String run) throws IOException {
    course.write(
        ".lab/underway/" + NOBODY + ".json",
        """
        {"pid": %d, "started": 1, "command": "%s", "acts": %d, "run": %s}
        """
            .formatted(NOBODY, command, acts, run));
  }

  private List<String> told() {
    return UnderWay.settle(course.state(), course.journal());
  }

  @Test
  void beforeAnythingWasKeptNothingWasChangedAndItIsToldOnce() throws IOException {
    left("reset 02", 0, "null");
    assertThat(told())
        .containsExactly("lab reset 02 was stopped before it changed a file. Again: lab reset 02");
    assertThat(told()).isEmpty();
  }

  @Test
  void onceTheFilesWereKeptTheSnapshotAndBothWaysOnAreNamed() throws IOException {
    course.write(CONF, "# mine\n");
    var kept = new Snapshots(root, course.state()).keep(List.of(CONF));
    course.journal().append(new Event.Kept(kept, List.of(CONF), "reset 02"));
    left("reset 02", 0, "null");
    assertThat(told())
        .containsExactly(
            "lab reset 02 was stopped before its end. Your files as they were are in snapshot"
                + " s-0001. To end it: lab reset 02   To take it back: lab undo");
    assertThat(course.files().undo()).isPresent();
    assertThat(course.read(CONF)).isEqualTo("# mine\n");
  }

  @Test
  void anUndoHalfWayIsEndedByTheNextOne() throws IOException {
    course.write(CONF, "# mine\n");
    var snapshots = new Snapshots(root, course.state());
    var kept = snapshots.keep(List.of(CONF));
    course.journal().append(new Event.Kept(kept, List.of(CONF), "reset 02"));
    course.write(CONF, SmallCourse.SHIPPED);
    var undoing = snapshots.keep(List.of(CONF));
    course.journal().append(new Event.Undoing(undoing, List.of(CONF), kept));
    left("undo", 1, "null");
    assertThat(told())
        .containsExactly(
            "lab undo was stopped before its end. Your files as they were are in snapshot s-0002."
                + " To end it: lab undo");
    assertThat(course.files().undo().orElseThrow().snapshot()).isEqualTo(undoing);
    assertThat(course.read(CONF)).isEqualTo("# mine\n");
  }

  @Test
  void aRunWithoutAResultIsNamedWithTheCommandThatMakesAnother() throws IOException {
    left("verify 02", 0, "\"r-0007\"");
    assertThat(told())
        .containsExactly(
            "lab verify 02 was stopped before its end: what it saw until then lies in"
                + " .lab/runs/r-0007, and nothing of it is on record. Again: lab verify 02");
  }

  @Test
  void whatALivingLabDoesIsNotTold() {
    try (var _ = UnderWay.run(course.state(), "verify 02", "r-0007")) {
      assertThat(told()).isEmpty();
    }
  }

  @Test
  void anotherProcessOfTheSameNumberIsNotThatLab() throws IOException {
    long pid = ProcessHandle.current().pid();
    course.write(
        ".lab/underway/" + pid + ".json",
        "{\"pid\": %d, \"started\": 1, \"command\": \"undo\", \"acts\": 0, \"run\": null}"
            .formatted(pid));
    assertThat(told()).hasSize(1);
  }

  @Test
  void whatIsNoNoteIsClearedAway() throws IOException {
    course.write(".lab/underway/1.json", "{\"pid\": ");
    assertThat(told()).isEmpty();
    assertThat(course.state().resolve("underway")).isEmptyDirectory();
  }

  @Test
  void anActThatEndsLeavesNothingBehind() throws IOException {
    var stage = course.load().stage("02").orElseThrow();
    course.write(CONF, "# mine\n");
    course.files().reset(stage);
    course.files().undo();
    course.files().restore("s-0002");
    course.files().goWithReferences(List.of(stage), stage);
    assertThat(course.state().resolve("underway")).isEmptyDirectory();
  }

  @Test
  void whereNoteCannotBeWrittenTheActItselfSaysSo() throws IOException {
    Files.createDirectories(course.state());
    Files.writeString(course.state().resolve("underway"), "a file stands in the way\n");
    course.write(CONF, "# mine\n");
    assertThat(course.files().reset(course.load().stage("02").orElseThrow()).changed())
        .contains(CONF);
    assertThat(told()).isEmpty();
  }
}
