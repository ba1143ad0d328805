package lab.cli.course;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import lab.cli.ExitCode;
import lab.cli.Main;
import lab.course.StageState;
import lab.course.journal.Event;
import lab.course.stage.Stage;
import lab.screen.ChoiceScreen;
import lab.screen.TerminalWidth;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code lab list}: every stage and where it stands. */
@Command(
    name = "list",
    description = "Show every stage and where it stands; on a terminal, choose one.",
    footer = {
      "",
      "On a terminal: up and down move, enter goes to the stage, / finds, r puts the",
      "stage's files back to its beginning and asks first, z undoes the last reset,",
      "goto, next or import and names it first, q quits. Elsewhere, and with --plain,",
      "a table.",
      "",
      "Examples:",
      "  lab list",
      "  lab list --plain",
      "  lab list --json"
    })
public final class ListCommand implements Callable<Integer> {
  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    var desk = Desk.open(spec);
    var console = desk.console();
    if (console.live() && Main.mayAsk(spec)) {
      return choose(desk);
    }
    show(desk);
    return ExitCode.DONE.code();
  }

  /** Prints every stage and where it stands, as a table or as JSON. */
  public static void show(Desk desk) {
    if (desk.console().json()) {
      desk.console().printJson(json(desk));
      return;
    }
    var table = new StageTable(desk.standing(), desk.console().ink(), columns());
    table.lines().forEach(desk.console()::print);
    desk.console().print(table.bar());
  }

  private Integer choose(Desk desk) throws IOException {
    var message = "";
    var named = new NamedAct();
    Optional<Stage> marked = Optional.empty();
    while (true) {
      var standing = desk.standing();
      var table = new StageTable(standing, desk.console().ink(), columns());
      var lines = table.lines();
      var view =
          new ChoiceScreen.View(
              lines.getFirst(),
              lines.subList(1, lines.size()),
              marked.or(standing::here).map(desk.course().stages()::indexOf).orElse(0),
              List.of(
                  table.bar(),
                  message,
                  "up/down move   enter go   / find   r reset   z undo   q quit"));
      switch (ChoiceScreen.choose(view)) {
        case ChoiceScreen.Choice.Quit() -> {
          return ExitCode.DONE.code();
        }
        case ChoiceScreen.Choice.Undo() ->
            message = named.name(desk.journal().progress()).orElseGet(() -> undo(desk));
        case ChoiceScreen.Choice.Reset(int index) -> {
          named.forget();
          var stage = desk.course().stages().get(index);
          marked = Optional.of(stage);
          message = reset(desk, stage);
        }
        case ChoiceScreen.Choice.Chosen(int index) -> {
          return go(desk, desk.course().stages().get(index));
        }
      }
    }
  }

  private static String undo(Desk desk) {
    return desk.files()
        .undo()
        .map(act -> "Undone: " + act.why() + ". lab undo " + act.snapshot() + " brings it back.")
        .orElse("Nothing to undo.");
  }

  /** Puts the files of a stage back if the person agrees; says what became of it. */
  private String reset(Desk desk, Stage stage) {
    if (stage.owns().isEmpty()) {
      return "Stage " + stage.number() + " owns no file.";
    }
    if (!Question.agreed(spec, false, Question.whetherToReset(stage))) {
      return "Nothing was changed.";
    }
    var done = desk.files().reset(stage);
    var said = new ArrayList<String>();
    if (!done.changed().isEmpty()) {
      said.add("Reset: " + String.join(", ", done.changed()) + "; z puts yours back.");
    }
    if (!done.unknown().isEmpty()) {
      said.add(
          "Left alone: "
              + String.join(", ", done.unknown())
              + "; lab reset "
              + stage.number()
              + " says why.");
    }
    return said.isEmpty()
        ? "The files of stage " + stage.number() + " stand as at its beginning."
        : String.join(" ", said);
  }

  private static int columns() {
    return TerminalWidth.columns();
  }

  private static int go(Desk desk, Stage stage) {
    return desk.standing().of(stage) == StageState.LOCKED
        ? NextCommand.enterIfOpen(desk, Optional.empty(), stage)
        : NextCommand.enter(desk, stage);
  }

  private static Map<String, Object> json(Desk desk) {
    var standing = desk.standing();
    var stages = new ArrayList<Map<String, Object>>();
    for (var stage : desk.course().stages()) {
      var own = standing.progress().of(stage.number());
      var one = new LinkedHashMap<String, Object>();
      one.put("stage", stage.id());
      one.put("title", stage.title());
      one.put("state", standing.of(stage).words());
      one.put("here", standing.here().filter(stage::equals).isPresent());
      one.put("needs", stage.needs());
      one.put("checksPassed", standing.passedChecks(stage));
      one.put("checks", stage.checks().size());
      one.put("hints", own.hints().size());
      one.put("attempts", own.attempts());
      one.put("lastRun", own.last().flatMap(Event.Verified::run));
      stages.add(one);
    }
    return Map.of("schema", "lab/list/1", "stages", stages);
  }
}
