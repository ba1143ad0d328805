package lab.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import lab.check.CheckResult;
import lab.check.Credit;
import lab.check.Verdict;
import lab.check.spec.CheckKind;
import lab.check.spec.CheckSpec;
import lab.course.Course;
import lab.course.stage.Stage;
import lab.course.variation.Learner;
import lab.findings.judge.Additions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A write-up that cannot be read is never called missing: the next step would overwrite it. What is
 * read earns its own points.
 */
class LabGradersTest {
  private static final Path EXERCISES = Path.of("..", "exercises");

  @TempDir Path folder;

  private CheckResult graded(Path file) {
    Stage stage = Course.load(EXERCISES, Learner.anybody()).stage("04").orElseThrow();
    CheckSpec check =
        stage.checks().stream()
            .filter(one -> one.kind() instanceof CheckKind.Findings)
            .findFirst()
            .orElseThrow();
    return new LabGraders(stage, EXERCISES, folder, List.of(), Additions.NONE)
        .findings(check, (CheckKind.Findings) check.kind(), file);
  }

  @Test
  void aMissingOneIsToBeBegun() {
    var result = graded(folder.resolve("findings.md"));
    assertThat(result.verdict()).isEqualTo(Verdict.FAIL);
    assertThat(result.reason().orElseThrow().again()).containsExactly("lab findings template");
  }

  @Test
  void oneThatIsNotUtf8IsNotCalledMissing() throws IOException {
    var file = folder.resolve("findings.md");
    Files.write(file, "## Causes\nüber\n".getBytes(StandardCharsets.ISO_8859_1));
    var reason = graded(file).reason().orElseThrow();
    assertThat(reason.saw()).contains("findings.md", "UTF-8", "nothing is lost");
    assertThat(reason.again()).doesNotContain("lab findings template");
  }

  @Test
  void aFolderInItsPlaceIsNotCalledMissing() throws IOException {
    var file = Files.createDirectory(folder.resolve("findings.md"));
    var result = graded(file);
    assertThat(result.headline()).isEqualTo("findings.md is not read");
    assertThat(result.reason().orElseThrow().again()).doesNotContain("lab findings template");
  }

  private CheckResult graded(String text) throws IOException {
    return graded(Files.writeString(folder.resolve("findings.md"), text));
  }

  @Test
  void aWriteUpEarnsItsPointsWhetherItPassesOrNot() throws IOException {
    var sentences =
        """
        ## Causes

        A sync worker serves one request at a time; while it waits for the feed it cannot accept anybody else.
        A poll takes 2.5 s, so 2 workers finish 0.8 requests a second, while 10 a second arrive.
        """;
    var half = graded(sentences);
    assertThat(half.verdict()).isEqualTo(Verdict.FAIL);
    assertThat(half.headline()).contains("earns 4 of its 12 points");
    assertThat(half.earned(12)).isEqualTo(4);
    assertThat(half.reason().orElseThrow().proof())
        .containsExactly(
            "0 of 2 for A3: Where the 502s and the 504s come from",
            "0 of 2 for A4: A stream has no end and so keeps its worker",
            "0 of 2 for A5: The other pages need the same workers and starve",
            "0 of 2 for A6: It is waiting, and the CPU is not the limit");
    assertThat(graded("## Causes\n\nIt is slow.\n").reason().orElseThrow().proof())
        .hasSize(5)
        .last()
        .isEqualTo("and 2 more");

    var most =
        graded(
            sentences
                + """

                `/stream_feed` has no end. The handler loops until its client leaves, so each stream keeps its worker, and
                2 streams take them all. `/` is served by the same 2 workers and waits in the same queue; that is why a
                page that needs a millisecond starves behind requests that have nothing to do with it.

                Nothing was computed meanwhile. The workers wait, the processor idles; a faster machine would fail in the
                same way.
                """);
    assertThat(most.verdict()).as(most.headline()).isEqualTo(Verdict.PASS);
    assertThat(most.headline()).contains("earns 10 of its 12 points");
    assertThat(most.earned(12)).isEqualTo(10);
  }

  @Test
  void pointsThatAPersonHasToGiveStayOpen() throws IOException {
    var vague =
        graded(
            """
            ## Causes

            A sync worker serves one request at a time; while it waits for the feed it cannot accept anybody else.
            A poll takes 2.5 s, so 2 workers finish 0.8 requests a second, while 10 a second arrive.
            A stream has no end and never gives its worker back. The other pages need the same workers and starve.
            Nothing was computed meanwhile: the workers wait, and the processor idles.
            """);
    assertThat(vague.headline()).contains("earns 7 to 9 of its 12 points");
    assertThat(vague.credit()).contains(new Credit(7, 2));
  }
}
