package lab.jshell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import lab.jshell.judge.SnippetVerdict.Outcome;
import lab.jshell.snippet.SnippetSpec;
import lab.jshell.snippet.WrongAnswer;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every graded snippet: the solution passes, the starter does not, each mistake fails by name. */
@Tag("process")
class SnippetCourseIT {
  @TempDir private static Path cache;

  static Stream<Arguments> snippets() throws IOException {
    return Grading.allSpecs().stream()
        .map(file ->
            Arguments.of(
                Named.of(stage(file).getFileName().toString(), stage(file)),
                Named.of(file.getFileName().toString(), Grading.spec(file))));
  }

  static Stream<Arguments> mistakes() throws IOException {
    return Grading.allSpecs().stream()
        .flatMap(file -> {
          var spec = Grading.spec(file);
          return spec.wrongAnswers().stream()
              .map(wrong ->
                  Arguments.of(
                      Named.of(wrong.id(), wrong), Named.of(spec.file(), spec), stage(file)));
        });
  }

  /** The folder of the stage that a specification belongs to. */
  private static Path stage(Path specification) {
    return specification.resolve("..").resolve("..").normalize();
  }

  @ParameterizedTest
  @MethodSource("snippets")
  void theSolutionPasses(Path stage, SnippetSpec spec) throws InterruptedException {
    var file = Grading.SOLUTIONS.resolve(stage.getFileName()).resolve(spec.file());
    var graded = Grading.grade(spec, file, cache);
    assertThat(graded.whole()).as("%s", graded).isEqualTo(Outcome.PASS);
  }

  @ParameterizedTest
  @MethodSource("snippets")
  void theStarterIsAcceptedAndDoesNotPass(Path stage, SnippetSpec spec)
      throws InterruptedException {
    var graded = Grading.grade(spec, stage.resolve(spec.file()), cache);
    assertThat(graded.of(spec.checks().getFirst().id())).as("%s", graded).isEqualTo(Outcome.PASS);
    assertThat(graded.whole()).as("%s", graded).isEqualTo(Outcome.FAIL);
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void theMistakeFailsAtItsCheckWithItsHint(WrongAnswer wrong, SnippetSpec spec, Path stage)
      throws InterruptedException {
    var file = stage.resolve("wrong").resolve(wrong.id()).resolve(spec.file());
    var graded = Grading.grade(spec, file, cache, seen -> seen.of(wrong.fails()));
    assertThat(graded.of(wrong.fails())).as("%s", graded).isEqualTo(Outcome.FAIL);
    var check =
        spec.checks().stream().filter(c -> c.id().equals(wrong.fails())).findFirst().orElseThrow();
    assertThat(check.hints()).anyMatch(hint -> hint.contains(wrong.hint()));
  }
}
