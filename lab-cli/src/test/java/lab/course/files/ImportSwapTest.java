package lab.course.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import lab.course.SmallCourse;
import lab.course.journal.Event;
import lab.course.journal.FolderLock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two progresses that change places, stopped at each step. */
class ImportSwapTest {
  private static final String CONF = "nginx/nginx.conf";

  @TempDir Path root;
  private SmallCourse course;
  private ProgressArchive.Content ada;

  @BeforeEach
  void bobIsHereAndAdaComes() throws IOException {
    course = SmallCourse.in(root);
    course.journal().append(new Event.Named("bob", "autumn"));
    course.write(".lab/runs/r-0001/run.json", "bob");
    course.write(".lab/findings.ndjson", "bob");
    ada =
        new ProgressArchive.Content(
            """
            {"n":1,"at":"2026-11-25T20:00:00Z","event":"named","learner":"ada","salt":"x"}
            """,
            "ada",
            Map.of(CONF, "# ada\n".getBytes(StandardCharsets.UTF_8)),
            Map.of("r-0007/run.json", "ada".getBytes(StandardCharsets.UTF_8)));
  }

  private ImportSwap swap() {
    return new ImportSwap(root, course.state());
  }

  private ProgressImport settling() {
    return new ProgressImport(root, course.state());
  }

  private void isAll(String name) throws IOException {
    assertThat(course.journal().progress().learner().name()).contains(name);
    assertThat(course.read(".lab/findings.ndjson")).isEqualTo(name);
    try (var runs = Files.walk(course.state().resolve("runs"))) {
      for (var file : runs.filter(Files::isRegularFile).toList()) {
        assertThat(file).hasContent(name);
      }
    }
    assertThat(course.state().resolve("importing")).doesNotExist();
    assertThat(course.state().resolve("importing.part")).doesNotExist();
  }

  @Test
  void takenInWholeItSetsTheOldAsideWhole() throws IOException {
    var done = settling().take(ada, course.load());
    isAll("ada");
    assertThat(course.read(CONF)).isEqualTo("# ada\n");
    assertThat(course.state().resolve("runs/latest").toRealPath()).endsWith(Path.of("r-0007"));
    var aside = done.aside().orElseThrow();
    assertThat(aside.resolve("journal.ndjson")).content().contains("bob");
    assertThat(aside.resolve("findings.ndjson")).hasContent("bob");
    assertThat(aside.resolve("runs/r-0001/run.json")).hasContent("bob");
    assertThat(settling().settle()).isEmpty();
  }

  @Test
  void stoppedWhileItIsPreparedNothingHasChangedAndTheNextOneGoesThrough() throws IOException {
    course.write(".lab/importing.part/new/runs/r-0099/run.json", "torn");
    assertThat(settling().settle()).isEmpty();
    assertThat(course.read(".lab/findings.ndjson")).isEqualTo("bob");
    settling().take(ada, course.load());
    isAll("ada");
    assertThat(course.state().resolve("runs/r-0099")).doesNotExist();
  }

  @Test
  void stoppedBeforeTheFirstRenamingItGoesBack() throws IOException {
    swap().prepare(ada, "s-0001");
    assertThat(settling().settle().orElseThrow()).contains("stopped half-way");
    isAll("bob");
    assertThat(course.read(CONF)).isEqualTo(SmallCourse.SHIPPED);
  }

  @Test
  void aRenamingThatFailsInTheMiddleIsMovedBack() throws IOException {
    swap().prepare(ada, "s-0001");
    // Where bob's answers are to go, something stands that cannot be renamed over.
    course.write(".lab/importing/before/findings.ndjson/full", "");
    assertThatThrownBy(() -> swap().changePlaces()).isInstanceOf(IOException.class);
    assertThat(course.read(".lab/runs/r-0007/run.json")).as("runs have moved").isEqualTo("ada");

    Files.delete(course.state().resolve("importing/before/findings.ndjson/full"));
    Files.delete(course.state().resolve("importing/before/findings.ndjson"));
    swap().giveUp();
    isAll("bob");
  }

  @Test
  void stoppedWithTheJournalStillOldItGoesBack() throws IOException {
    swap().prepare(ada, "s-0001");
    swap().changePlaces();
    // As just before the last renaming.
    Files.move(
        course.state().resolve("journal.ndjson"),
        course.state().resolve("importing/new/journal.ndjson"));
    Files.copy(
        course.state().resolve("importing/before/journal.ndjson"),
        course.state().resolve("journal.ndjson"));
    settling().settle();
    isAll("bob");
  }

  @Test
  void stoppedOnceTheNewJournalCountsItIsCompletedAndEditsSinceThenAreKept() throws IOException {
    swap().prepare(ada, "s-0001");
    swap().changePlaces();
    course.write(CONF, "# edited since\n");
    var told = settling().settle().orElseThrow();
    assertThat(told).contains("just before its end", "before-import-1", "snapshot s-0001");
    isAll("ada");
    assertThat(course.read(CONF)).isEqualTo("# ada\n");
    course.files().restore("s-0001");
    assertThat(course.read(CONF)).isEqualTo("# edited since\n");
  }

  @Test
  void stoppedOnAFreshCloneThereIsNothingToGoBackToAndNothingStays() throws IOException {
    Files.delete(course.state().resolve("journal.ndjson"));
    Files.delete(course.state().resolve("findings.ndjson"));
    Files.delete(course.state().resolve("runs/r-0001/run.json"));
    Files.delete(course.state().resolve("runs/r-0001"));
    Files.delete(course.state().resolve("runs"));
    swap().prepare(ada, "s-0001");
    Files.move(course.state().resolve("importing/new/runs"), course.state().resolve("runs"));
    settling().settle();
    assertThat(course.state().resolve("runs")).doesNotExist();
    assertThat(course.journal().entries()).isEmpty();
    assertThat(settling().take(ada, course.load()).aside()).isEmpty();
    isAll("ada");
  }

  @Test
  void whileAnotherLabHoldsTheLockItIsOnlyTold() throws IOException {
    swap().prepare(ada, "s-0001");
    try (var _ = FolderLock.take(course.state(), Duration.ZERO)) {
      assertThat(settling().settle().orElseThrow()).contains("is going on, or was stopped");
    }
    assertThat(course.state().resolve("importing")).exists();
  }
}
