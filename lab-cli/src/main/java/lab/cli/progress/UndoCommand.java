package lab.cli.progress;

import java.util.Map;
import java.util.concurrent.Callable;
import lab.cli.ExitCode;
import lab.cli.course.Desk;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code lab undo}: takes back the last act that replaced files. */
@Command(
    name = "undo",
    description = "Put the files back that the last reset, goto or undo replaced.",
    footer = {"", "An undo can be undone: lab undo again.", "", "Examples:", "  lab undo"})
public final class UndoCommand implements Callable<Integer> {
  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Override
  public Integer call() {
    var desk = Desk.open(spec);
    var undone = desk.files().undo();
    if (desk.console().json()) {
      desk.console()
          .printJson(
              undone
                  .<Object>map(act ->
                      Map.of("schema", "lab/undo/1", "undone", act.why(), "files", act.files()))
                  .orElse(Map.of("schema", "lab/undo/1")));
    } else if (undone.isEmpty()) {
      desk.console()
          .print("  Nothing to undo: no command of the lab has replaced a file of yours.");
    } else {
      desk.console()
          .print(
              "  Undone: "
                  + undone.get().why()
                  + " ("
                  + String.join(", ", undone.get().files())
                  + ")");
      desk.console().print("  lab undo again takes that back.");
    }
    return undone.isPresent() ? ExitCode.DONE.code() : ExitCode.NOT_YET.code();
  }
}
