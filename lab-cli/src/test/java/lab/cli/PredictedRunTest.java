package lab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Optional;
import lab.course.journal.Event;
import org.junit.jupiter.api.Test;

/** A prediction and the run that it should come before. */
class PredictedRunTest extends OnSmallCourse {
  private void before(String run) throws IOException {
    bench
        .course()
        .rewrite(
            "exercises/01-first/stage.yaml",
            text -> text.replace("before: incident", "before: " + run));
    bench.lab("next");
  }

  private void ran(String upstream, boolean blockingFeed) {
    var run = new Event.Ran("r-0001", "incident", upstream, Optional.of(blockingFeed), true);
    bench.course().journal().append(run);
  }

  @Test
  void aPredictionAfterTheRunIsKeptAndCalledLate() throws IOException {
    before("incident");
    ran("as-is", false);
    assertThat(bench.lab("predict", "2").out())
        .contains("You have measured already (r-0001)")
        .doesNotContain("Now measure");
  }

  @Test
  void aRunAgainstAnotherUpstreamIsNoMeasurementAndTheOneThatIsIsNamed() throws IOException {
    before("{scenario: incident, upstream: pooled}");
    ran("as-is", false);
    assertThat(bench.lab("predict", "2").out())
        .contains("Now measure:  lab run incident --upstream pooled")
        .doesNotContain("You have measured already");
    assertThat(bench.lab("explain", "01/guessed").out())
        .contains("before lab run incident --upstream pooled");
  }

  @Test
  void aRunWithoutTheBlockingHandlerIsNoMeasurementOfIt() throws IOException {
    before("{scenario: incident, upstream: async, blocking-feed: true}");
    ran("async", false);
    assertThat(bench.lab("predict", "2").out())
        .contains("Now measure:  lab run incident --upstream async --blocking-feed");
  }

  @Test
  void aPredictionAfterTheRunWithTheBlockingHandlerIsLate() throws IOException {
    before("{scenario: incident, upstream: async, blocking-feed: true}");
    ran("async", true);
    assertThat(bench.lab("predict", "2").out()).contains("You have measured already (r-0001)");
  }
}
