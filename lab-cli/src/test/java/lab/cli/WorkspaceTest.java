package lab.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import lab.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkspaceTest {
  private static final String OWN = "12-34-25.0.3-99";

  @TempDir private Path folder = Path.of("");

  @Test
  void aLabIsCurrentUntilTheLauncherNamesAnotherBuildForItsJdk() throws IOException {
    var workspace = new Workspace(folder);
    var dist = Files.createDirectories(folder.resolve(".lab/dist").resolve(OWN));
    stamp("built-25.0.3-99", OWN);
    stamp("built-26-77", "56-78-26-77");
    assertThatCode(() -> workspace.demandCurrent(dist)).doesNotThrowAnyException();

    stamp("built-25.0.3-99", "56-78-25.0.3-99");
    assertThatThrownBy(() -> workspace.demandCurrent(dist))
        .isInstanceOfSatisfying(
            ProblemException.class,
            problem -> assertThat(problem.problems().getFirst().where()).endsWith(OWN))
        .hasMessageContaining("built anew");
  }

  private void stamp(String name, String build) throws IOException {
    Files.writeString(folder.resolve(".lab").resolve(name), build + "\n");
  }
}
