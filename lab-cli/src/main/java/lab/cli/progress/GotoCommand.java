package lab.cli.progress;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import lab.cli.course.Desk;
import lab.cli.course.NextCommand;
import lab.cli.course.Page;
import lab.cli.course.StageIds;
import lab.course.StageState;
import lab.course.files.StageFiles.Done;
import lab.course.stage.Stage;
import lab.screen.Wrap;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lab goto}: moves to a stage, with the reference answers of what comes before it. */
@Command(
    name = "goto",
    description =
        "Move to a stage; with --reference, install the answers of what it needs, or its own too.",
    footer = {
      "",
      "The stages whose answers are installed count as assisted. Your files are kept",
      "in a snapshot; lab undo puts all of them back at once. Exit code 5 when the",
      "stage is locked and --reference is not given. With --json, assisted, changed",
      "and snapshot stand beside what is to be done.",
      "",
      "Examples:",
      "  lab goto 03                 back to a stage that is open",
      "  lab goto 08 --reference     catch up with the group",
      "  lab goto 04 --reference --this    give 04 up, and see its reference"
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

  @Option(
      names = "--this",
      description = "With --reference: the reference answer of the stage itself as well.")
  private boolean itself;

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Override
  public Integer call() {
    var desk = Desk.open(spec);
    var wanted = desk.stage(Optional.of(name));
    if (itself && !reference) {
      throw new ParameterException(
          spec.commandLine(),
          "--this goes with --reference: lab goto " + wanted.number() + " --reference --this");
    }
    if (!reference) {
      return desk.standing().of(wanted) == StageState.LOCKED
          ? NextCommand.enterIfOpen(desk, Optional.empty(), wanted)
          : NextCommand.enter(desk, wanted);
    }
    var answered = answered(desk, wanted);
    if (answered.isEmpty()) {
      desk.console()
          .note(
              "Everything that "
                  + wanted.number()
                  + " needs is done already: no answer was installed. Its own: "
                  + Wrap.unbroken("lab goto " + wanted.number() + " --reference --this"));
      return NextCommand.enter(desk, wanted);
    }
    var done = desk.files().goWithReferences(answered, wanted);
    if (!desk.console().json()) {
      tell(desk, answered, done);
    }
    return NextCommand.arrive(desk, wanted, done, answered);
  }

  /** What was done to the learner's files is the result, which -q does not mute. */
  private static void tell(Desk desk, List<Stage> answered, Done done) {
    var page = new Page(desk.console());
    page.labelled("Assisted", String.join(", ", answered.stream().map(Stage::id).toList()) + ".");
    done.snapshot()
        .ifPresent(id ->
            page.labelled(
                "",
                "Installed "
                    + String.join(", ", done.changed())
                    + ".\nYours are in snapshot "
                    + id
                    + "; lab undo puts them back."));
  }

  /** The stages whose answers are installed, in the order of the course. */
  private List<Stage> answered(Desk desk, Stage wanted) {
    var needed = new LinkedHashSet<Stage>();
    collect(desk, wanted, needed);
    var standing = desk.standing();
    return desk.course().stages().stream()
        .filter(stage ->
            (itself && stage.equals(wanted))
                || (needed.contains(stage) && !standing.of(stage).done()))
        .toList();
  }

  private static void collect(Desk desk, Stage stage, Set<Stage> needed) {
    for (var number : stage.needs()) {
      desk.course().stage(number).filter(needed::add).ifPresent(one -> collect(desk, one, needed));
    }
  }
}
