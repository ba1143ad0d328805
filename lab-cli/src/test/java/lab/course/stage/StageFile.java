package lab.course.stage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import lab.course.variation.Learner;
import lab.course.yaml.Faults;
import org.junit.jupiter.api.io.TempDir;

/** A stage.yaml on disk, and what its reader says of it. */
abstract class StageFile {
  static final String HEAD =
      """
      format: 1
      title: Reroute
      minutes: 25
      needs: ["03"]
      tracks: [full]
      owns: [nginx/nginx.conf, exercises/08-reroute/answers.yaml]
      """;

  static final String CHECK =
      """
      checks:
        - id: loads
          title: It loads
          kind: nginx-loads
          points: 1
          rationale: Because.
      """;

  @TempDir Path root;
  final Faults faults = new Faults();

  final Optional<Stage> read(String yaml) throws IOException {
    var folder = Files.createDirectories(root.resolve("exercises/08-reroute"));
    Files.writeString(folder.resolve("stage.yaml"), yaml);
    return new StageReader(Learner.anybody(), faults).read(folder);
  }

  final List<String> told() {
    return faults.problems().stream()
        .map(problem ->
            problem.where().replace("exercises/08-reroute/stage.yaml", "")
                + " "
                + problem.what()
                + " "
                + problem.next())
        .toList();
  }
}
