package lab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import lab.course.SmallCourse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A stage with traffic and an answer, verified where no stack may be, or can be, started. */
class IsolatedChecksTest {
  private static final String STAGE = "exercises/01-first/stage.yaml";

  @TempDir Path folder;
  private CourseBench bench = new CourseBench(new SmallCourse(Path.of("")));

  @BeforeEach
  void makeCourse() throws IOException {
    bench = CourseBench.in(folder.resolve("lab"));
    bench
        .course()
        .write(
            STAGE,
            bench
                .course()
                .read(STAGE)
                .replace(
                    "checks:\n",
                    """
                    loads:
                      hello: {lanes: [{name: title, route: /, per-second: 1}], seconds: 60}
                    checks:
                      - {id: answers, title: It answers, kind: traffic, load: hello, lane: title, slo: {ok-share: 1}, points: 1, rationale: Because.}
                      - {id: proved, title: It was the application, kind: served-by, load: hello, routes: [/], points: 1, rationale: Because.}
                    """)
                .replace(
                    "hints:\n",
                    "hints:\n  - {id: silent, level: 1, check: answers, text: Does nginx take it?}\n"));
    bench.course().write("exercises/01-first/answers.yaml", "workers: 2\n");
    bench.lab("next");
    bench.lab("predict", "2");
  }

  @Test
  void aBrokenConfigurationFailsTheChecksThatNeedItAndNoOther() throws IOException {
    bench.course().write("nginx/nginx.conf", "events {}\nhttp {\n  server {\n");
    var done = bench.lab("verify");
    assertThat(done.exit()).isEqualTo(1);
    assertThat(done.out())
        .contains(
            "FAIL  answers",
            "nginx/nginx.conf:3",
            "FAIL  proved",
            "for the same reason as answers",
            "pass  guessed",
            "pass  counted",
            "ask     Does nginx take it?");
    assertThat(bench.course().state().resolve("runs/latest/verify.json")).exists();
    assertThat(bench.lab("hint").out()).contains("Does nginx take it?");
  }

  @Test
  void aConfigurationThatIsGoneFailsThemToo() throws IOException {
    Files.delete(bench.course().root().resolve("nginx/nginx.conf"));
    var done = bench.lab("verify");
    assertThat(done.exit()).isEqualTo(1);
    assertThat(done.out())
        .contains("FAIL  answers", "there is no such file", "lab reset", "pass  counted");
  }

  @Test
  void aSizeThatThereIsNotFailsTheChecksThatNeedAStackAndNoOther() throws IOException {
    bench.course().write("stack.yaml", "pool-threads: 40\nsync-workers: 20\n");
    var done = bench.lab("verify");
    assertThat(done.exit()).isEqualTo(1);
    assertThat(done.out())
        .contains("FAIL  answers", "stack.yaml:2", "1 to 16", "pass  guessed", "pass  counted");
  }

  @Test
  void aSizeThatThereIsNotIsNothingToWhoNeedsNoStack() throws IOException {
    bench.course().write("stack.yaml", "sync-workers: 20\n");
    assertThat(bench.lab("verify", "--check", "counted").exit()).isZero();
    assertThat(bench.lab("verify", "--fast").exit()).isZero();
    assertThat(bench.lab("watch", "--once").exit()).isZero();
  }

  @Test
  void fastChecksStartNothingAndAreNoPass() {
    var done = bench.lab("verify", "--fast");
    assertThat(done.exit()).isZero();
    assertThat(done.out())
        .contains(
            "skip  answers",
            "needs traffic or a JVM: lab verify 01",
            "pass  counted",
            "skipped  2 of 4 checks",
            "Not judged: answers, proved.",
            "lab verify 01 judges the rest")
        .doesNotContain("passed", "lab next");
    var run = bench.course().state().resolve("runs/latest");
    assertThat(run.resolve("verify.json")).exists();
    assertThat(run.resolve("stack")).doesNotExist();
    assertThat(run.resolve("arms")).doesNotExist();
    assertThat(bench.course().state().resolve("calibration.json")).doesNotExist();
  }

  @Test
  void fastChecksDoNotLeadToTheNextStage() {
    bench.lab("verify", "--fast");
    assertThat(bench.lab("next").out()).contains("STAGE 01");
    assertThat(bench.lab("verify", "02").exit()).as("still locked").isEqualTo(5);
    assertThat(bench.lab("verify", "--fast", "--json").json().path("verdict").asString())
        .isEqualToIgnoringCase("skipped");
  }

  @Test
  void aFastCheckThatFailsIsNotYet() throws IOException {
    bench.course().write("exercises/01-first/answers.yaml", "workers: 7\n");
    var done = bench.lab("verify", "--fast");
    assertThat(done.exit()).isEqualTo(1);
    assertThat(done.out()).contains("FAIL  counted", "lab hint 01");
  }
}
