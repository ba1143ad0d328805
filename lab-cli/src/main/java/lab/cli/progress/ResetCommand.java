package lab.cli.progress;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import lab.cli.ExitCode;
import lab.cli.course.Desk;
import lab.cli.course.Page;
import lab.cli.course.Question;
import lab.cli.course.StageIds;
import lab.course.files.StageFiles.Done;
import lab.course.stage.OwnedFile;
import lab.course.stage.Stage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lab reset}: the files of a stage as they were at its beginning. */
@Command(
    name = "reset",
    description = "Put the files of a stage back to what it begins with; yours are kept.",
    footer = {
      "",
      "Asks first. What you have passed stays passed. lab undo puts your files back.",
      "What the lab has not seen before you edited it is left alone, and said: exit",
      "code 1.",
      "",
      "Examples:",
      "  lab reset          the stage where you are",
      "  lab reset 08 --yes"
    })
public final class ResetCommand implements Callable<Integer> {
  @Parameters(
      arity = "0..1",
      paramLabel = "ID|+N|-N",
      completionCandidates = StageIds.class,
      description = "The stage; default: where you are.")
  private Optional<String> name = Optional.empty();

  @Option(
      names = {"-y", "--yes"},
      description = "Do not ask.")
  private boolean yes;

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Override
  public Integer call() {
    var desk = Desk.open(spec);
    var stage = desk.stage(name);
    if (!Question.agreed(spec, yes, Question.whetherToReset(stage))) {
      desk.console().print("  Nothing was changed.");
      return ExitCode.NOT_YET.code();
    }
    var done = desk.files().reset(stage);
    if (desk.console().json()) {
      desk.console()
          .printJson(
              Map.of(
                  "schema",
                  "lab/reset/1",
                  "stage",
                  stage.id(),
                  "changed",
                  done.changed(),
                  "unknown",
                  done.unknown(),
                  "snapshot",
                  done.snapshot()));
    } else {
      show(desk, stage, done);
    }
    return (done.unknown().isEmpty() ? ExitCode.DONE : ExitCode.NOT_YET).code();
  }

  private static void show(Desk desk, Stage stage, Done done) {
    var console = desk.console();
    if (done.snapshot().isPresent()) {
      console.print("  Reset: " + String.join(", ", done.changed()));
      console.print(
          "  Yours are kept in snapshot " + done.snapshot().get() + ".   lab undo puts them back");
    } else if (done.unknown().isEmpty()) {
      console.print("  Nothing to do: " + asAtTheBeginning(stage));
    }
    if (!done.unknown().isEmpty()) {
      var files = String.join(" ", done.unknown());
      var page = new Page(console);
      page.text(
          "Left alone: "
              + files
              + ". The lab has not seen it before and does not know whether you have edited it."
              + " What the course ships:");
      page.line(console.ink().name("git checkout -- " + files));
    }
  }

  private static String asAtTheBeginning(Stage stage) {
    return stage.owns().isEmpty()
        ? "the stage owns no file."
        : stage.owns().stream().map(OwnedFile::path).collect(Collectors.joining(", "))
            + " stand as at the beginning.";
  }
}
