package lab.jshell;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;
import lab.course.variation.Learner;
import lab.course.variation.Numbers;
import lab.course.variation.Variation;
import lab.jshell.judge.SnippetJudge;
import lab.jshell.judge.SnippetVerdict;
import lab.jshell.judge.SnippetVerdict.Outcome;
import lab.jshell.snippet.SnippetEvidence;
import lab.jshell.snippet.SnippetReader;
import lab.jshell.snippet.SnippetSpec;
import lab.jshell.trial.SnippetRunner;

/** Grades files as the lab does; asks again, in a fresh JVM, when the machine was too busy. */
final class Grading {
  static final Path EXERCISES = Path.of("..", "exercises").toAbsolutePath().normalize();
  static final Path SOLUTIONS = Path.of("..", "solutions").toAbsolutePath().normalize();
  static final Map<String, String> NUMBERS =
      Map.of("rate", "10", "workers", "2", "meanSeconds", "2.5");
  private static final int TRIES = 3;

  private Grading() {}

  record Graded(SnippetEvidence evidence, List<SnippetVerdict> verdicts) {
    Outcome whole() {
      return SnippetJudge.whole(verdicts);
    }

    Outcome of(String check) {
      return verdicts.stream()
          .filter(verdict -> verdict.check().equals(check))
          .findFirst()
          .orElseThrow()
          .outcome();
    }
  }

  static SnippetSpec spec(Path file) {
    return SnippetReader.read(file, NUMBERS);
  }

  static List<Path> allSpecs() throws IOException {
    try (var stages = Files.list(EXERCISES)) {
      return stages
          .sorted()
          .map(stage -> stage.resolve("checks"))
          .filter(Files::isDirectory)
          .flatMap(Grading::yamlFiles)
          .toList();
    }
  }

  private static Stream<Path> yamlFiles(Path checks) {
    try (var files = Files.list(checks)) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Graded grade(SnippetSpec spec, Path file, Path cache) throws InterruptedException {
    return grade(spec, file, cache, Graded::whole);
  }

  /**
   * Grades until what is asked for can be told: a doubt about anything else is no reason to run a
   * snippet again that may take its time to the limit.
   */
  static Graded grade(SnippetSpec spec, Path file, Path cache, Function<Graded, Outcome> askedFor)
      throws InterruptedException {
    var graded = once(spec, file, cache);
    for (int tries = 1; tries < TRIES && askedFor.apply(graded) == Outcome.INCONCLUSIVE; tries++) {
      graded = once(spec, file, cache);
    }
    return graded;
  }

  private static Graded once(SnippetSpec spec, Path file, Path cache) throws InterruptedException {
    var evidence = new SnippetRunner(cache, new Random()).run(spec, numbered(file, cache));
    return new Graded(evidence, SnippetJudge.judge(spec, evidence));
  }

  /** Authors write {rate}; learners are given the number. */
  private static Path numbered(Path file, Path cache) {
    try {
      var numbers = Numbers.of(Variation.original(), Learner.anybody());
      var copy = Files.createDirectories(cache.resolve("numbered")).resolve("snippet.jsh");
      return Files.write(copy, numbers.in(Files.readAllBytes(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
