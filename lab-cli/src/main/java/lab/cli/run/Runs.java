package lab.cli.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import lab.cli.Workspace;
import lab.problem.Problem;
import lab.problem.ProblemException;
import lab.run.RunResult;
import lab.stack.StateFiles;
import lab.verify.Verified;

/** The runs that were kept. */
final class Runs {
  private static final Pattern NAME = Pattern.compile("r-\\d{4,}");
  private static final int SHOWN = 8;

  private final Path runs;

  Runs(Workspace workspace) {
    this.runs = workspace.runs();
  }

  /**
   * The folder of a run.
   *
   * @param name such as {@code r-0042}, {@code 42} or {@code latest}
   * @throws ProblemException with the latest runs when there is none of this name
   */
  Path folder(String name) {
    var id = name.matches("\\d{1,6}") ? "r-%04d".formatted(Integer.parseInt(name)) : name;
    var folder = runs.resolve(id);
    if ((!NAME.matcher(id).matches() && !id.equals("latest")) || !Files.isDirectory(folder)) {
      throw new ProblemException(
          new Problem(
              "There is no run '" + name + "'.",
              runs.toString(),
              known().isEmpty()
                  ? "Make one: lab run incident"
                  : "The latest: " + String.join(", ", known())));
    }
    try {
      return folder.toRealPath();
    } catch (IOException e) {
      throw new ProblemException(
          new Problem(
              "The run cannot be read: " + e.getMessage() + ".",
              folder.toString(),
              "Is the folder readable for you?"));
    }
  }

  /** The result of a run of traffic; empty when the folder is a verification's. */
  Optional<RunResult> result(Path folder) throws IOException {
    return StateFiles.read(folder.resolve("run.json"), RunResult.class);
  }

  /** The result of a verification; empty when the folder is a run's. */
  Optional<Verified> verification(Path folder) throws IOException {
    return StateFiles.read(folder.resolve("verify.json"), Verified.class);
  }

  private List<String> known() {
    try (var entries = Files.list(runs)) {
      var names =
          entries
              .map(entry -> entry.getFileName().toString())
              .filter(name -> NAME.matcher(name).matches())
              .sorted()
              .toList();
      return names.subList(Math.max(0, names.size() - SHOWN), names.size());
    } catch (IOException noneYet) {
      return List.of();
    }
  }
}
