package lab.cli.course;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import lab.course.Course;
import lab.course.SmallCourse;
import lab.course.Standing;
import lab.course.journal.Event;
import lab.course.variation.Learner;
import lab.screen.Ink;
import lab.screen.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StageTableTest {
  @TempDir Path root;

  private StageTable table(int columns) throws IOException {
    var course = SmallCourse.in(root);
    var standing = new Standing(course.load(), course.journal().progress(), BuiltKinds::judges);
    return new StageTable(standing, new Ink(true), columns);
  }

  @Test
  void aWideScreenShowsTimeAndHints() throws IOException {
    assertThat(table(80).lines().getFirst()).contains("STATE", "TIME", "HINTS", "LAST RUN");
  }

  @Test
  void aNarrowScreenLeavesThemOutAndKeepsTheState() throws IOException {
    var lines = table(45).lines();
    assertThat(lines.getFirst()).contains("STATE", "CHECKS", "LAST RUN").doesNotContain("HINTS");
    assertThat(lines).allSatisfy(line -> assertThat(Table.columns(line)).isLessThanOrEqualTo(45));
    assertThat(lines.getLast()).contains("locked", "needs 02");
  }

  /** Learners magnify their screens. */
  @ParameterizedTest
  @ValueSource(ints = {40, 45, 50, 52, 60})
  void theShippedStagesFitANarrowScreenAndNoneLosesItsState(int columns) throws IOException {
    var course = Course.load(Path.of("..", "exercises"), Learner.anybody());
    var journal = SmallCourse.in(root).journal();
    journal.append(
        course.stages().stream().<Event>map(stage -> new Event.Begun(stage.number())).toList());
    journal.append(new Event.Verified("01", Optional.of("r-0001"), List.of(), false, false));
    var lines =
        new StageTable(
                new Standing(course, journal.progress(), BuiltKinds::judges),
                new Ink(true),
                columns)
            .lines();
    assertThat(lines)
        .allSatisfy(line -> assertThat(Table.columns(line)).isLessThanOrEqualTo(columns));
    assertThat(lines.subList(1, lines.size()))
        .hasSameSizeAs(course.stages())
        .allSatisfy(line -> assertThat(line).containsAnyOf("in progress", "open", "locked"));
    assertThat(lines.getFirst()).contains("STAGE", "STATE", "CHECKS");
  }
}
