package lab.cli.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lab.cli.Workspace;
import lab.problem.Problem;
import lab.problem.ProblemException;
import lab.problem.UsageException;
import lab.run.RunResult;
import lab.run.Scenario;
import lab.stack.StateFiles;
import lab.verify.RunRecords;
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
   * @param name such as {@code r-0042}, {@code 42}, {@code latest}, or a scenario, which stands for
   *     its latest finished run
   * @throws UsageException with the latest runs when there is none of this name
   */
  Path folder(String name) throws IOException {
    var id =
        name.matches("\\d{1,6}")
            ? "r-%04d".formatted(Integer.parseInt(name))
            : latestOf(name).orElse(name);
    var folder = runs.resolve(id);
    if ((!NAME.matcher(id).matches() && !id.equals("latest")) || !Files.isDirectory(folder)) {
      throw new UsageException(
          new Problem(
              "There is no run '" + name + "'.",
              runs.toString(),
              isScenario(name) || known().isEmpty()
                  ? "Make one: lab run " + (isScenario(name) ? name : "incident")
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

  private Optional<String> latestOf(String scenario) throws IOException {
    return isScenario(scenario)
        ? RunRecords.all(runs).reversed().stream()
            .filter(run -> run.scenario().equals(scenario))
            .map(RunResult::id)
            .findFirst()
        : Optional.empty();
  }

  private static boolean isScenario(String name) {
    return Stream.of(Scenario.values()).anyMatch(one -> one.label().equals(name));
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
