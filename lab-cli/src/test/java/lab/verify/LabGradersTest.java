package lab.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import lab.check.CheckResult;
import lab.check.Verdict;
import lab.check.spec.CheckKind;
import lab.check.spec.CheckSpec;
import lab.course.Course;
import lab.course.stage.Stage;
import lab.course.variation.Learner;
import lab.findings.judge.Additions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A write-up that cannot be read is never called missing: the next step would overwrite it. */
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
}
