package lab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import lab.course.SmallCourse;
import lab.course.journal.Event;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A prediction and the run that it should come before. */
class PredictedRunTest {
  @TempDir Path folder;
  private CourseBench bench = new CourseBench(new SmallCourse(Path.of("")));

  @BeforeEach
  void makeCourse() throws IOException {
    bench = CourseBench.in(folder.resolve("lab"));
  }

  @Test
  void aPredictionAfterTheRunIsKeptAndCalledLate() {
    bench.lab("next");
    bench
        .course()
        .journal()
        .append(new Event.Ran("r-0001", "incident", "as-is", Optional.empty(), true));
    assertThat(bench.lab("predict", "2").out())
        .contains("You have measured already (r-0001)")
        .doesNotContain("Now measure");
  }

  @Test
  void aRunAgainstAnotherUpstreamIsNoMeasurementAndTheOneThatIsIsNamed() throws IOException {
    var stage = "exercises/01-first/stage.yaml";
    bench
        .course()
        .write(
            stage,
            bench
                .course()
                .read(stage)
                .replace("before: incident", "before: {scenario: incident, upstream: pooled}"));
    bench.lab("next");
    bench
        .course()
        .journal()
        .append(new Event.Ran("r-0001", "incident", "as-is", Optional.empty(), true));
    var done = bench.lab("predict", "2");
    assertThat(done.out())
        .contains("Now measure:  lab run incident --upstream pooled")
        .doesNotContain("You have measured already");
    assertThat(bench.lab("explain", "01/guessed").out())
        .contains("before lab run incident --upstream pooled");
  }

  @Test
  void aRunWithoutTheBlockingHandlerIsNoMeasurementOfIt() throws IOException {
    var stage = "exercises/01-first/stage.yaml";
    var asked = "before: {scenario: incident, upstream: async, blocking-feed: true}";
    var course = bench.course();
    course.write(stage, course.read(stage).replace("before: incident", asked));
    bench.lab("next");
    var plain = new Event.Ran("r-0001", "incident", "async", Optional.of(false), true);
    course.journal().append(plain);
    assertThat(bench.lab("predict", "2").out())
        .contains("Now measure:  lab run incident --upstream async --blocking-feed");
  }
}
