package lab.cli.course;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import lab.cli.ExitCode;
import lab.cli.verify.StillHolds;
import lab.course.StageState;
import lab.course.files.StageFiles.Done;
import lab.course.journal.Event;
import lab.course.stage.Stage;
import lab.screen.Wrap;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lab next}: the briefing of the stage where you are, or of the next when it is passed. */
@Command(
    name = "next",
    description = "Show what is to be done; go on to the next stage once this one is passed.",
    footer = {
      "",
      "Exit code 5 when a stage is locked. Looking at a stage that is done does not",
      "move you. After the last one the files of all are looked at once more: exit",
      "code 1, and back, when one of them does not hold any more.",
      "",
      "Examples:",
      "  lab next            where you are, or the next stage when that is passed",
      "  lab next 08         the stage 08, if it is open",
      "  lab next -1         a look back"
    })
public final class NextCommand implements Callable<Integer> {
  private static final String LOCKED = " ".repeat(8);

  @Parameters(
      arity = "0..1",
      paramLabel = "ID|+N|-N",
      completionCandidates = StageIds.class,
      description = "A stage by number or name, or so many places from here.")
  private Optional<String> name = Optional.empty();

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Override
  public Integer call() throws IOException, InterruptedException {
    var desk = Desk.open(spec);
    var standing = desk.standing();
    var here = desk.stage(Optional.empty());
    var begun = standing.progress().stage().isPresent();
    if (name.isPresent()) {
      var wanted = desk.stage(name);
      if ((wanted.equals(here) && begun) || standing.of(wanted).done()) {
        return brief(desk, wanted);
      }
      return enterIfOpen(desk, begun ? Optional.of(here) : Optional.empty(), wanted);
    }
    return onward(desk);
  }

  /**
   * The briefing of the stage where the learner is, or of the next when that is passed.
   *
   * @throws IOException when what was seen at the finish cannot be kept
   * @throws InterruptedException when this thread was told to stop waiting
   */
  public static int onward(Desk desk) throws IOException, InterruptedException {
    var standing = desk.standing();
    var here = desk.stage(Optional.empty());
    if (standing.progress().stage().isEmpty() && !standing.of(here).done()) {
      return enter(desk, here);
    }
    if (!standing.of(here).done()) {
      return brief(desk, here);
    }
    var next = standing.next(here);
    return next.isPresent() ? enterIfOpen(desk, Optional.empty(), next.get()) : finished(desk);
  }

  /** Goes to a stage unless something stands before it. */
  public static int enterIfOpen(Desk desk, Optional<Stage> from, Stage wanted) {
    var standing = desk.standing();
    if (standing.of(wanted) == StageState.LOCKED) {
      return locked(desk, wanted);
    }
    var unfinished =
        from.filter(
            stage -> !standing.of(stage).done() && standing.of(stage) != StageState.REOPENED);
    if (unfinished.isPresent() && !unfinished.get().equals(wanted)) {
      return locked(desk, wanted, List.of(unfinished.get()));
    }
    return enter(desk, wanted);
  }

  /** Moves the learner to a stage and makes its files ready. */
  public static int enter(Desk desk, Stage stage) {
    try (var _ = desk.underWay("goto " + stage.number())) {
      var done = begun(desk, stage) ? Done.nothing() : desk.files().begin(stage);
      return arrive(desk, stage, done, List.of());
    }
  }

  /**
   * Moves the learner to a stage whose files are ready.
   *
   * @param done what was made so
   * @param assisted the stages whose reference answers were installed, of which a person has been
   *     told
   */
  public static int arrive(Desk desk, Stage stage, Done done, List<Stage> assisted) {
    var events = new ArrayList<Event>();
    if (!begun(desk, stage)) {
      events.add(new Event.Begun(stage.number()));
    }
    events.add(new Event.Moved(stage.number()));
    desk.journal().append(events);
    return brief(desk, stage, done, assisted);
  }

  private static boolean begun(Desk desk, Stage stage) {
    return desk.standing().progress().of(stage.number()).begun().isPresent();
  }

  private static int brief(Desk desk, Stage stage) {
    return brief(desk, stage, Done.nothing(), List.of());
  }

  private static int brief(Desk desk, Stage stage, Done done, List<Stage> assisted) {
    var briefing = new Briefing(desk, stage);
    if (desk.console().json()) {
      var json = briefing.json();
      json.put("assisted", assisted.stream().map(Stage::id).toList());
      json.put("changed", done.changed());
      json.put("snapshot", done.snapshot());
      desk.console().printJson(json);
    } else {
      briefing.show(assisted.isEmpty() ? done : done.told());
    }
    return ExitCode.DONE.code();
  }

  /** Says what must be passed before a stage that is locked. */
  public static int locked(Desk desk, Stage wanted) {
    return locked(desk, wanted, desk.standing().missing(wanted));
  }

  private static int locked(Desk desk, Stage wanted, List<Stage> missing) {
    var console = desk.console();
    var names =
        missing.stream()
            .map(stage -> stage.number() + " " + stage.title())
            .collect(Collectors.joining(", "));
    if (console.json()) {
      console.printJson(
          java.util.Map.of(
              "schema", "lab/error/1",
              "locked", wanted.id(),
              "needs", missing.stream().map(Stage::id).toList()));
    } else {
      var words =
          "%s  %s %s: first pass %s."
              .formatted(console.ink().warn("locked"), wanted.number(), wanted.title(), names);
      Wrap.hanging(words, new Page(console).columns(), LOCKED).forEach(console.err()::println);
      console.err().println(LOCKED + "lab verify " + missing.getFirst().number());
      console
          .err()
          .println(LOCKED + "or skip ahead:  lab goto " + wanted.number() + " --reference");
      console.err().flush();
    }
    return ExitCode.LOCKED.code();
  }

  /** Before the finish is told, everything is looked at once more; a stage that fell goes first. */
  private static int finished(Desk desk) throws IOException, InterruptedException {
    var fallen = StillHolds.first(desk);
    if (fallen.isPresent()) {
      return back(desk, fallen.get());
    }
    if (desk.console().json()) {
      desk.console().printJson(java.util.Map.of("schema", "lab/stage/1", "finished", true));
    } else {
      var page = new Page(desk.console());
      page.text("Every stage is done. lab list shows them all; lab next NN looks at one again.");
    }
    return ExitCode.DONE.code();
  }

  private static int back(Desk desk, StillHolds.Fallen fallen) {
    var stage = fallen.stage();
    desk.journal().append(new Event.Moved(stage.number()));
    var briefing = new Briefing(desk, stage);
    if (desk.console().json()) {
      var json = briefing.json();
      json.put("finished", false);
      json.put("fallen", fallen.checks());
      desk.console().printJson(json);
    } else {
      new Page(desk.console())
          .text(
              "Every stage was passed, but the files of %s %s do not hold any more: %s. Back to it; %s shows what is wrong."
                  .formatted(
                      stage.number(),
                      stage.title(),
                      String.join(", ", fallen.checks()),
                      Wrap.unbroken("lab verify " + stage.number())));
      briefing.show(Done.nothing());
    }
    return ExitCode.NOT_YET.code();
  }
}
