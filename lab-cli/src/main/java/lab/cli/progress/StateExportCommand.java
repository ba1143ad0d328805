package lab.cli.progress;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import lab.cli.ExitCode;
import lab.cli.course.Desk;
import lab.course.files.ProgressArchive;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lab state export}: the journal, answers, results of runs and owned files in one file. */
@Command(
    name = "export",
    description = "Write journal, answers, results of runs and your files into one zip file.",
    footer = {"", "Examples:", "  lab state export progress.zip"})
public final class StateExportCommand implements Callable<Integer> {
  @Parameters(paramLabel = "FILE", description = "The file to write; it must not be there yet.")
  @SuppressWarnings("NullAway.Init")
  private Path file;

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Override
  public Integer call() {
    var desk = Desk.open(spec);
    var names =
        new ProgressArchive(desk.workspace().root(), desk.workspace().state(), desk.course())
            .write(file);
    if (desk.console().json()) {
      desk.console()
          .printJson(Map.of("schema", "lab/export/1", "file", file.toString(), "holds", names));
    } else {
      names.forEach(name -> desk.console().say("  " + name));
      desk.console()
          .print(
              "  Written: "
                  + file
                  + " ("
                  + names.size()
                  + " files).   There: lab state import "
                  + file.getFileName());
    }
    return ExitCode.DONE.code();
  }
}
