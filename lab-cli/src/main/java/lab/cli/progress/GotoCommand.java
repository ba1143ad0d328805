package lab.cli.progress;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import lab.cli.ExitCode;
import lab.cli.course.Desk;
import lab.cli.course.NextCommand;
import lab.cli.course.StageIds;
import lab.course.StageState;
import lab.course.stage.Stage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lab goto}: moves to a stage, with the reference answers of what comes before it. */
@Command(
    name = "goto",
    description = "Move to a stage; with --reference, install the answers of what comes before it.",
    footer = {
      "",
      "The stages whose answers are installed count as assisted. Your files are kept",
      "in a snapshot; lab undo puts all of them back at once. Exit code 5 when the",
      "stage is locked and --reference is not given.",
      "",
      "Examples:",
      "  lab goto 03                 back to a stage that is open",
      "  lab goto 08 --reference     catch up with the group"
    })
public final class GotoCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "ID|+N|-N",
      completionCandidates = StageIds.class,
      description = "The stage.")
  @SuppressWarnings("NullAway.Init")
  private String name;

  @Option(
      names = "--reference",
      description = "Install the reference answers of the stages before it.")
  private boolean reference;

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Override
  public Integer call() {
    var desk = Desk.open(spec);
    var wanted = desk.stage(Optional.of(name));
    if (!reference) {
      return desk.standing().of(wanted) == StageState.LOCKED
          ? NextCommand.enterIfOpen(desk, Optional.empty(), wanted)
          : NextCommand.enter(desk, wanted);
    }
    var before = undone(desk, wanted);
    if (before.isEmpty()) {
      desk.console()
          .note(
              "Everything that "
                  + wanted.number()
                  + " needs is done already: no answer was installed.");
      return NextCommand.enter(desk, wanted);
    }
    var done = desk.files().goWithReferences(before, wanted);
    var names = String.join(", ", before.stream().map(Stage::id).toList());
    desk.console().note("Assisted: " + names + ".");
    done.snapshot()
        .ifPresent(id ->
            desk.console()
                .note(
                    "Installed "
                        + String.join(", ", done.changed())
                        + ". Yours are in snapshot "
                        + id
                        + "; lab undo puts them back."));
    NextCommand.arrive(desk, wanted, done.told());
    return ExitCode.DONE.code();
  }

  /** What must be done before a stage and is not, in the order of the course. */
  private static List<Stage> undone(Desk desk, Stage wanted) {
    var needed = new LinkedHashSet<Stage>();
    collect(desk, wanted, needed);
    var standing = desk.standing();
    return new ArrayList<>(
        desk.course().stages().stream()
            .filter(needed::contains)
            .filter(stage -> !standing.of(stage).done())
            .toList());
  }

  private static void collect(Desk desk, Stage stage, Set<Stage> needed) {
    for (var number : stage.needs()) {
      desk.course().stage(number).filter(needed::add).ifPresent(one -> collect(desk, one, needed));
    }
  }
}
