package lab.cli;

import java.io.IOException;
import java.nio.file.Path;
import lab.course.SmallCourse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Tests of commands, each on a small course of its own. */
abstract class OnSmallCourse {
  @TempDir Path folder;
  CourseBench bench = new CourseBench(new SmallCourse(Path.of("")));

  @BeforeEach
  void makeCourse() throws IOException {
    bench = CourseBench.in(folder.resolve("lab"));
  }
}
