package lab.cli.dev;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import lab.cli.ExitCode;
import lab.cli.Main;
import lab.course.journal.DiskProblem;
import lab.course.stage.StageReader;
import lab.problem.Problem;
import lab.problem.ProblemException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lab dev new}: the files of a new stage, which its author then fills. */
@Command(
    name = "new",
    description = "Make the files of a new stage: stage.yaml, README.md, starter, solution.",
    footer = {"", "Examples:", "  lab dev new 13-rate-limits", "  lab dev stages"})
public final class DevNewCommand implements Callable<Integer> {
  @Parameters(paramLabel = "NN-SLUG", description = "The stage's folder, such as 13-rate-limits.")
  @SuppressWarnings("NullAway.Init")
  private String id;

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Override
  public Integer call() {
    if (!StageReader.FOLDER.matcher(id).matches()) {
      throw new ParameterException(
          spec.commandLine(),
          "'"
              + id
              + "' is no name of a stage: two digits, a hyphen, and small letters, such as 13-rate-limits.");
    }
    var console = Main.console(spec);
    var root = Main.workspace(spec).root();
    var files = files(root);
    for (var file : files.keySet()) {
      if (Files.exists(file)) {
        throw new ProblemException(
            new Problem(
                "The stage is there already; nothing was written.",
                file.toString(),
                "Choose another name."));
      }
    }
    try {
      for (var file : files.entrySet()) {
        Files.createDirectories(file.getKey().getParent());
        Files.writeString(file.getKey(), file.getValue());
      }
    } catch (IOException e) {
      throw DiskProblem.of(root, e);
    }
    if (console.json()) {
      console.printJson(
          Map.of(
              "schema",
              "lab/new/1",
              "files",
              files.keySet().stream().map(Path::toString).toList()));
    } else {
      files.keySet().forEach(file -> console.print("  " + root.relativize(file)));
      console.print(
          "  Write them, then:  lab dev stages   (faults by line)   lab dev check "
              + id.substring(0, 2));
    }
    return ExitCode.DONE.code();
  }

  private Map<Path, String> files(Path root) {
    var title =
        id.substring(3, 4).toUpperCase(java.util.Locale.ROOT) + id.substring(4).replace('-', ' ');
    var files = new LinkedHashMap<Path, String>();
    var folder = root.resolve("exercises").resolve(id);
    files.put(folder.resolve("stage.yaml"), filled(STAGE, title));
    files.put(folder.resolve("README.md"), filled(README, title));
    files.put(
        folder.resolve("answers.yaml"), "# One line for each question of ./lab next.\nworkers:\n");
    files.put(folder.resolve("wrong/twice/answers.yaml"), "workers: 99\n");
    files.put(
        root.resolve("solutions").resolve(id).resolve("answers.yaml"), "workers: {workers}\n");
    return files;
  }

  private String filled(String text, String title) {
    return text.replace("@TITLE", title).replace("@ID", id).replace("@NUMBER", id.substring(0, 2));
  }

  private static final String STAGE =
      """
      format: 1
      title: @TITLE
      minutes: 15
      needs: []
      tracks: [full]
      owns: [exercises/@ID/answers.yaml]
      questions:
        - {id: workers, ask: "How many sync workers answer?", answer: "{workers}", unit: workers, tolerance: 0}
      checks:
        - id: workers-counted
          title: The worker processes are counted
          kind: answer
          question: workers
          points: 1
          timeout: 5s
          visibility: shown
          rationale: What the rest of the stage is about.
      hints:
        - {id: who-answers, level: 1, check: workers-counted, text: "What changes from one X-Served-By to the next?"}
        - {id: who-answers-pointer, level: 2, check: workers-counted, text: "The middle of X-Served-By is a process."}
        - {id: who-answers-step, level: 3, check: workers-counted, text: "Ask / ten times, and count the processes."}
      wrong:
        - {id: twice, fails: workers-counted, hint: who-answers, because: Counts something else.}
      """;

  private static final String README =
      """
      # @NUMBER @TITLE

      *15 minutes. You edit `answers.yaml`.*

      One sentence that says what is surprising here.

      ## Done when

      `./lab verify` passes.
      """;
}
