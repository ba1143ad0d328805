package lab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A check that this version cannot judge, and the version that can. */
class LaterVersionTest {
  private static final String STAGE = "exercises/01-first/stage.yaml";
  private static final String LATER = "kind: occupancy, worker: {least: 2}";

  @TempDir Path folder;

  private CourseBench makeCourse() throws IOException {
    var bench = CourseBench.in(folder.resolve("lab"));
    bench
        .course()
        .write(
            STAGE,
            bench
                .course()
                .read(STAGE)
                .replace(
                    "hints:\n",
                    "  - {id: drawn, title: It is drawn, "
                        + LATER
                        + ", points: 3, rationale: Because.}\n"
                        + "  - {id: again, title: After it, kind: answer, question: workers, needs: [drawn], points: 1, rationale: Because.}\nhints:\n"));
    return bench;
  }

  @Test
  void isSkippedAndBlocksNobody() throws IOException {
    var bench = makeCourse();
    assertThat(bench.lab("next").out()).contains("Not judged in this version: drawn.");
    bench.lab("predict", "2");
    bench.course().write("exercises/01-first/answers.yaml", "workers: 2\n");

    var done = bench.lab("verify");

    assertThat(done.out())
        .contains(
            "skip  drawn",
            "not in this version",
            "pass  again",
            "3 of 4 checks, 3 of 3 points of the stage")
        .doesNotContain("pass  drawn");
    assertThat(done.exit()).isZero();
    assertThat(bench.lab("explain", "01/drawn").out()).contains("cannot judge it yet");
    assertThat(bench.lab("next").out()).contains("STAGE 02");
  }

  @Test
  void opensTheStageAgainOnceItCanBeJudged() throws IOException {
    var bench = makeCourse();
    bench.lab("next");
    bench.lab("predict", "2");
    bench.course().write("exercises/01-first/answers.yaml", "workers: 2\n");
    bench.lab("verify");
    bench.lab("next");

    // The version that knows the kind.
    bench
        .course()
        .write(
            STAGE,
            bench.course().read(STAGE).replace(LATER, "kind: prediction, prediction: guess"));

    assertThat(bench.lab("list", "--plain").out()).contains("open again", "3/4");
    assertThat(bench.lab().out()).contains("this version judges more: 01.", "lab verify 01");
    assertThat(bench.lab("next").out()).as("what came after it stays open").contains("STAGE 02");
    assertThat(bench.lab("verify", "01").out()).contains("pass  drawn", "4 of 4 checks");
    assertThat(bench.lab("list", "--plain").out()).contains("done").doesNotContain("open again");
  }
}
