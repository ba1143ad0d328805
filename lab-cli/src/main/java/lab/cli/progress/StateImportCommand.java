package lab.cli.progress;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import lab.cli.ExitCode;
import lab.cli.course.Desk;
import lab.cli.course.Page;
import lab.cli.course.Question;
import lab.course.files.ProgressArchive;
import lab.course.files.ProgressImport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lab state import}: goes on with the progress of another machine. */
@Command(
    name = "import",
    description = "Go on with the progress of another machine; what is here is set aside.",
    footer = {
      "",
      "Asks first when there is progress here.",
      "",
      "Examples:",
      "  lab state import progress.zip",
      "  lab state import progress.zip --yes"
    })
public final class StateImportCommand implements Callable<Integer> {
  @Parameters(paramLabel = "FILE", description = "What lab state export wrote.")
  @SuppressWarnings("NullAway.Init")
  private Path file;

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
    var root = desk.workspace().root();
    var state = desk.workspace().state();
    var content = new ProgressArchive(root, state, desk.course()).read(file);
    boolean fresh = desk.journal().entries().isEmpty();
    if (!Question.agreed(
        spec,
        yes || fresh,
        "There is progress here (" + desk.journal().entries().size() + " events). Set it aside?")) {
      desk.console().print("  Nothing was changed.");
      return ExitCode.NOT_YET.code();
    }
    var done = new ProgressImport(root, state).take(content, desk.course());
    if (desk.console().json()) {
      desk.console()
          .printJson(
              Map.of(
                  "schema",
                  "lab/import/1",
                  "events",
                  done.events(),
                  "snapshot",
                  done.snapshot(),
                  "aside",
                  done.aside().map(Path::toString)));
      return ExitCode.DONE.code();
    }
    desk.console()
        .print(
            "  Taken in: "
                + done.events()
                + " events, "
                + content.files().size()
                + " files, "
                + content.runs().size()
                + " results of runs.");
    done.aside()
        .ifPresent(folder ->
            new Page(desk.console())
                .text("What was here is in " + folder + "; lab undo puts the files back."));
    desk.console().print("  Go on:  lab next");
    return ExitCode.DONE.code();
  }
}
