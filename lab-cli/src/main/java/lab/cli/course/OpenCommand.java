package lab.cli.course;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import lab.cli.ExitCode;
import lab.cli.Main;
import lab.course.stage.OwnedFile;
import lab.problem.Problem;
import lab.problem.ProblemException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lab open}: the file that this stage is about, in the person's editor. */
@Command(
    name = "open",
    description = "Open the file that you edit in this stage, or another file of the checkout.",
    footer = {
      "",
      "The editor is --edit-cmd, else $VISUAL or $EDITOR, else VS Code; without any,",
      "and where nobody sits, the path is printed.",
      "",
      "Examples:",
      "  lab open",
      "  lab open nginx/nginx.conf",
      "  lab open --edit-cmd 'code --wait'"
    })
public final class OpenCommand implements Callable<Integer> {
  @Parameters(
      arity = "0..1",
      paramLabel = "FILE",
      description = "A file; default: the first that the stage owns, else its text.")
  private Optional<String> file = Optional.empty();

  @Option(names = "--edit-cmd", paramLabel = "COMMAND", description = "The editor's command line.")
  private Optional<String> command = Optional.empty();

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Override
  public Integer call() throws InterruptedException {
    var desk = Desk.open(spec);
    var path = path(desk);
    if (!Files.exists(path)) {
      throw new ProblemException(
          new Problem(
              "There is no such file.",
              path.toString(),
              "lab next names the files of this stage."));
    }
    var editor = Editor.find(command, System.getenv());
    if (desk.console().json() || editor.isEmpty() || (!Main.mayAsk(spec) && command.isEmpty())) {
      print(desk, path);
      return ExitCode.DONE.code();
    }
    try {
      int code = editor.get().open(path);
      desk.console()
          .note(
              String.join(" ", editor.get().words())
                  + " "
                  + path
                  + (code == 0 ? "" : "   (it ended with code " + code + ")"));
      return (code == 0 ? ExitCode.DONE : ExitCode.ENVIRONMENT).code();
    } catch (IOException e) {
      throw new ProblemException(
          new Problem(
              "The editor cannot be started: " + e.getMessage() + ".",
              String.join(" ", editor.get().words()),
              "Set $EDITOR, or name one: lab open --edit-cmd COMMAND"));
    }
  }

  private Path path(Desk desk) {
    var root = desk.workspace().root();
    if (file.isPresent()) {
      return root.resolve(file.get());
    }
    var stage = desk.stage(Optional.empty());
    return stage.owns().stream()
        .map(OwnedFile::path)
        .map(root::resolve)
        .filter(Files::exists)
        .findFirst()
        .or(() -> new Reading(desk, stage).file())
        .orElse(stage.folder().resolve("README.md"));
  }

  private static void print(Desk desk, Path path) {
    if (desk.console().json()) {
      desk.console().printJson(Map.of("schema", "lab/open/1", "file", path.toString()));
    } else {
      desk.console().print(Link.to(desk.console(), path));
    }
  }
}
