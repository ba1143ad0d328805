package lab.jshell.snippet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import lab.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnippetReaderTest {
  private static final String LOADS =
      """
      file: pool.jsh
      checks:
        - {id: loads, title: It is accepted, wanted: {claim: loads}, why: Because., again: lab shell, hints: [Which line?]}
      """;

  @TempDir Path folder;

  private SnippetSpec read(String yaml) throws IOException {
    return SnippetReader.read(
        Files.writeString(folder.resolve("pool.yaml"), yaml), Map.of("workers", "2"));
  }

  private void refused(String yaml, String... words) {
    assertThatThrownBy(() -> read(yaml))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("This check of a snippet cannot be read")
        .satisfies(thrown -> {
          var problem = ((ProblemException) thrown).problems().getFirst();
          assertThat(problem.what()).contains(words);
          assertThat(problem.where()).endsWith("pool.yaml");
        });
  }

  @Test
  void whatMayBeLeftOutIsEmptyAndNumbersAreFilledIn() throws IOException {
    var spec = read(LOADS.replace("It is accepted", "\"${workers} are accepted\""));
    assertThat(spec.checks().getFirst().title()).isEqualTo("2 are accepted");
    assertThat(spec.scenes()).isEmpty();
    assertThat(spec.defines()).isEmpty();
    assertThat(spec.wrongAnswers()).isEmpty();
  }

  @Test
  void aNumberThatNobodyHasIsRefused() {
    refused(LOADS.replace("It is", "${wrokers} are"), "no number is given for ${wrokers}");
  }

  @Test
  void anUnknownFieldIsRefused() {
    refused(LOADS + "scences: []\n", "scences");
  }

  @Test
  void aClaimThatThereIsNotIsRefused() {
    refused(LOADS.replace("claim: loads", "claim: compiles"), "compiles");
  }

  @Test
  void theFirstCheckMustBeAboutLoading() {
    refused(
        LOADS.replace("{claim: loads}", "{claim: answered, scene: pool, least: 1}"),
        "the first check must claim 'loads'");
  }

  @Test
  void aCheckThatStandsThereTwiceIsRefused() {
    refused(
        LOADS
            + "  - {id: loads, title: Again, wanted: {claim: loads}, why: W, again: A, hints: []}\n",
        "check loads stands there twice");
  }

  @Test
  void aWrongAnswerMustNameACheck() {
    refused(
        LOADS + "wrong:\n  - {id: w, fails: lods, because: It does not.}\n",
        "wrong answer w names no check: lods");
  }

  @Test
  void aMissingFileAndNoYamlAreRefused() {
    refused("file: [pool.jsh\n", "cannot be read");
    assertThatThrownBy(() -> SnippetReader.read(folder.resolve("none.yaml"), Map.of()))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("none.yaml");
  }
}
