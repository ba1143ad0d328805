package lab.cli.course;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import lab.check.Signs;
import lab.check.spec.CheckSpec;
import lab.cli.ExitCode;
import lab.course.StageState;
import lab.course.hint.Advice;
import lab.course.hint.HintChooser;
import lab.course.journal.Event;
import lab.course.stage.Hint;
import lab.course.stage.Stage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lab hint}: a question, then a pointer, then a step, for what was observed. */
@Command(
    name = "hint",
    description = "Help with what stands in the way: a question, then a pointer, then a step.",
    footer = {
      "",
      "Chosen from what lab verify and lab watch last saw of each check, and from the",
      "predictions and runs on record. Hints cost nothing; it is on record that you",
      "took them. Exit code 5 when the stage is locked.",
      "",
      "Examples:",
      "  lab hint              the next hint for where you are stuck",
      "  lab hint --level 3    the step, at once",
      "  lab hint 03           for another stage; you stay where you are",
      "  lab hint 01 --check title-waits   for a check that is not the first to fail"
    })
public final class HintCommand implements Callable<Integer> {
  @Parameters(
      arity = "0..1",
      paramLabel = "ID|+N|-N",
      completionCandidates = StageIds.class,
      description = "The stage; default: where you are.")
  private Optional<String> name = Optional.empty();

  @Option(names = "--level", paramLabel = "N", description = "1 a question, 2 a pointer, 3 a step.")
  private Optional<Integer> level = Optional.empty();

  @Option(
      names = "--check",
      paramLabel = "C",
      description = "The check to help with; default: the first that does not hold.")
  private Optional<String> check = Optional.empty();

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Override
  public Integer call() {
    if (level.filter(number -> number < 1 || number > Hint.LEVELS).isPresent()) {
      throw new ParameterException(
          spec.commandLine(), "--level is 1 (a question), 2 (a pointer) or 3 (a step).");
    }
    var desk = Desk.open(spec);
    var stage = desk.stage(name);
    desk.demandCheck(stage, check);
    return give(desk, stage, level, check);
  }

  /**
   * Gives the next hint of a stage, and puts it on record.
   *
   * @param level 1 to 3; empty for the one after the last
   * @param check of the stage, to be helped with; empty for the first that does not hold
   */
  public static int give(Desk desk, Stage stage, Optional<Integer> level, Optional<String> check) {
    if (desk.standing().of(stage) == StageState.LOCKED) {
      return NextCommand.locked(desk, stage);
    }
    var advice = new HintChooser(stage, desk.journal().progress()).choose(level, check);
    if (advice.isEmpty()) {
      return none(desk, stage);
    }
    desk.journal()
        .append(
            new Event.Hinted(
                stage.number(), advice.get().hint().id(), advice.get().hint().level()));
    if (desk.console().json()) {
      desk.console().printJson(json(stage, advice.get()));
    } else {
      show(desk, stage, advice.get());
    }
    return ExitCode.DONE.code();
  }

  private static int none(Desk desk, Stage stage) {
    if (desk.console().json()) {
      desk.console().printJson(Map.of("schema", "lab/hint/1", "stage", stage.id(), "none", true));
    } else {
      new Page(desk.console())
          .text(
              "There is no hint for this. lab verify says more, and lab next says what is to be done.");
    }
    return ExitCode.DONE.code();
  }

  private static void show(Desk desk, Stage stage, Advice advice) {
    var page = new Page(desk.console());
    var ink = desk.console().ink();
    page.blank();
    var about = advice.about().map(CheckSpec::title).orElse(stage.title());
    page.line(
        ink.strong(
                "HINT "
                    + advice.hint().level()
                    + " of "
                    + Hint.LEVELS
                    + ", a "
                    + Hint.word(advice.hint().level()))
            + "   stage "
            + stage.number());
    page.labelled("About", about);
    var saw = advice.saw().stream().flatMap(sign -> Signs.words(sign).stream()).toList();
    if (!saw.isEmpty()) {
      page.labelled("Saw", String.join(", ", saw));
    }
    page.labelled("Hint", advice.hint().text());
    advice
        .ideas()
        .forEach(idea -> {
          page.labelled("Ask", idea.text());
          idea.see().ifPresent(command -> page.labelled("See", ink.name("lab " + command)));
        });
    page.labelled(
        "Left",
        advice.left() == 0
            ? "none for this check"
            : advice.left() + " more: " + again(stage, advice.about().map(CheckSpec::id)));
    advice.others().stream()
        .findFirst()
        .ifPresent(other -> page.labelled("Also", again(stage, Optional.of(other))));
    page.blank();
  }

  private static String again(Stage stage, Optional<String> check) {
    return "lab hint " + stage.number() + check.map(id -> " --check " + id).orElse("");
  }

  private static Map<String, Object> json(Stage stage, Advice advice) {
    var json = new LinkedHashMap<String, Object>();
    json.put("schema", "lab/hint/1");
    json.put("stage", stage.id());
    json.put("hint", advice.hint().id());
    json.put("level", advice.hint().level());
    json.put("check", advice.about().map(CheckSpec::id));
    json.put("saw", advice.saw());
    json.put("text", advice.hint().text());
    json.put("left", advice.left());
    json.put("misconceptions", advice.ideas());
    return json;
  }
}
