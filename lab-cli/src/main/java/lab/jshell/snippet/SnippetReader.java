package lab.jshell.snippet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lab.jshell.snippet.Scene.SceneLimits;
import lab.problem.Problem;
import lab.problem.ProblemException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads {@code exercises/NN-slug/checks/NAME.yaml}. */
public final class SnippetReader {
  private static final Pattern NUMBER = Pattern.compile("\\$\\{(\\w+)}");
  private static final YAMLMapper YAML =
      YAMLMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .build();

  private SnippetReader() {}

  /** The file as it is written: what may be left out is absent. */
  private record Written(
      String file,
      Optional<List<String>> defines,
      Optional<List<WrittenScene>> scenes,
      List<SnippetCheck> checks,
      Optional<List<WrongAnswer>> wrong) {}

  private record WrittenScene(
      String id,
      String call,
      int requests,
      FeedPlan feed,
      Optional<Integer> prompt,
      Optional<Integer> control,
      Optional<SceneLimits> limits) {
    Scene scene() {
      return new Scene(
          id,
          call,
          requests,
          feed,
          prompt.orElse(0),
          control.map(OptionalInt::of).orElse(OptionalInt.empty()),
          limits.orElse(SceneLimits.NONE));
    }
  }

  /**
   * Reads one specification.
   *
   * @param numbers the learner's own, by the names that the file uses as {@code ${name}}
   * @throws ProblemException when the file is missing, malformed, or names a number that is not
   *     given
   */
  public static SnippetSpec read(Path file, Map<String, String> numbers) {
    try {
      var written = YAML.readValue(filled(Files.readString(file), numbers), Written.class);
      return new SnippetSpec(
          written.file(),
          written.defines().orElse(List.of()),
          written.scenes().orElse(List.of()).stream().map(WrittenScene::scene).toList(),
          written.checks(),
          written.wrong().orElse(List.of()));
    } catch (IOException | JacksonException | IllegalArgumentException e) {
      throw new ProblemException(
          new Problem(
              "This check of a snippet cannot be read: " + e.getMessage(),
              file.toString(),
              "mend the file; every field is described in lab.jshell.snippet"));
    }
  }

  private static String filled(String text, Map<String, String> numbers) {
    return NUMBER
        .matcher(text)
        .replaceAll(match ->
            Matcher.quoteReplacement(
                Optional.ofNullable(numbers.get(match.group(1)))
                    .orElseThrow(() ->
                        new IllegalArgumentException("no number is given for " + match.group()))));
  }
}
