package lab.cli.progress;

import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.concurrent.Callable;
import lab.cli.ExitCode;
import lab.cli.course.Desk;
import lab.cli.course.Page;
import lab.course.files.StageFiles.TakenBack;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lab undo}: takes back what replaced files, one act after the other. */
@Command(
    name = "undo",
    description = "Put the files back that the last reset, goto, next or import replaced.",
    footer = {
      "",
      "Again, it goes one act further back, down to the first. What stood there is",
      "kept each time, edits included, in a snapshot whose name is shown; lab undo",
      "with that name brings it back. Files only: what you have passed stays passed.",
      "",
      "Exit code 1 when there is nothing to undo.",
      "",
      "Examples:",
      "  lab undo            the last act",
      "  lab undo s-0003     the files as they are in this snapshot"
    })
public final class UndoCommand implements Callable<Integer> {
  @Parameters(
      arity = "0..1",
      paramLabel = "SNAPSHOT",
      description = "Put the files of this snapshot back instead, such as s-0003.")
  private Optional<String> snapshot = Optional.empty();

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Override
  public Integer call() {
    var done = takeBack(Desk.open(spec), snapshot);
    return (done.isPresent() ? ExitCode.DONE : ExitCode.NOT_YET).code();
  }

  /**
   * Takes the last act back and says what became of it.
   *
   * @param snapshot whose files are put back instead; empty for the last act
   * @return what was taken back; empty where nothing was to be done
   */
  public static Optional<TakenBack> takeBack(Desk desk, Optional<String> snapshot) {
    var done = snapshot.isPresent() ? desk.files().restore(snapshot.get()) : desk.files().undo();
    if (desk.console().json()) {
      var json = new LinkedHashMap<String, Object>();
      json.put("schema", "lab/undo/1");
      done.ifPresent(back -> {
        json.put("undone", back.why());
        json.put("files", back.files());
        json.put("snapshot", back.snapshot());
      });
      desk.console().printJson(json);
    } else if (done.isPresent()) {
      show(desk, done.get(), snapshot);
    } else {
      desk.console().print("  " + nothing(desk, snapshot));
    }
    return done;
  }

  private static void show(Desk desk, TakenBack back, Optional<String> snapshot) {
    var page = new Page(desk.console());
    var files = String.join(", ", back.files());
    page.text(
        snapshot
            .map(id -> "Put back from " + id + ": " + files)
            .orElse("Undone: " + back.why() + " (" + files + ")"));
    var ink = desk.console().ink();
    page.labelled(
        "Kept", "what stood there: " + ink.name("lab undo " + back.snapshot()) + " brings it back");
    desk.journal()
        .progress()
        .lastAct()
        .filter(_ -> snapshot.isEmpty())
        .ifPresent(older ->
            page.labelled(
                "Further", ink.name("lab undo") + " takes back the act before: " + older.why()));
  }

  private static String nothing(Desk desk, Optional<String> snapshot) {
    if (snapshot.isPresent()) {
      return "Nothing to do: the files stand as in " + snapshot.get() + ".";
    }
    return desk.journal().progress().acts().isEmpty()
        ? "Nothing to undo: no command of the lab has replaced a file of yours."
        : "Nothing to undo: every act is taken back.";
  }
}
