package lab.findings;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import lab.findings.rubric.RubricReader;
import lab.findings.rubric.Scenario;
import lab.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrokenRubricTest {
  private static final String RUBRIC = "04-causes/rubric.yaml";

  @TempDir Path folder;

  @Test
  void aPatternThatYamlCutAtItsHashIsNamed() throws IOException {
    for (var file :
        List.of("lexicon.yaml", RUBRIC, "07-compare/rubric.yaml", "09-choices/rubric.yaml")) {
      Files.createDirectories(folder.resolve(file).getParent());
      Files.copy(Rubrics.exercises().resolve(file), folder.resolve(file));
    }
    var rubric = folder.resolve(RUBRIC);
    var whole = Files.readString(rubric);
    Files.writeString(
        rubric,
        whole.replace("- cpu_strict + \"at 100\"", "- cpu_strict + \"at #>69 %\" -\"idle\""));
    assertThatThrownBy(() -> new RubricReader(Scenario.shipped()).read(folder))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("a quote that is not closed: \"at");
  }
}
