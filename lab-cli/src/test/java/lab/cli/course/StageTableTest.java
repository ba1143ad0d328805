package lab.cli.course;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import lab.course.SmallCourse;
import lab.course.Standing;
import lab.screen.Ink;
import lab.screen.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
}
