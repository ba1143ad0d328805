package lab.findings;

import java.nio.file.Files;
import java.nio.file.Path;
import lab.findings.rubric.Rubric;
import lab.findings.rubric.RubricReader;
import lab.findings.rubric.Scenario;

/** The rubric of this checkout, for tests. */
final class Rubrics {
  private Rubrics() {}

  static Rubric shipped() {
    return new RubricReader(Scenario.shipped()).read(exercises());
  }

  static Path exercises() {
    var here = Path.of("").toAbsolutePath();
    return Files.isDirectory(here.resolve("exercises"))
        ? here.resolve("exercises")
        : here.resolveSibling("exercises");
  }
}
