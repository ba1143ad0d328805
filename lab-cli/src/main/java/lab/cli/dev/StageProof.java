package lab.cli.dev;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lab.cli.ExitCode;
import lab.cli.course.Desk;
import lab.cli.verify.VerifyText;
import lab.course.stage.Stage;
import lab.course.stage.TriedAnswer;
import lab.screen.Ink;
import lab.screen.TerminalWidth;
import lab.verify.Repeat;
import lab.verify.WarmRig;
import picocli.CommandLine.ParameterException;

/**
 * Tries submissions of stages one after the other, and shows what comes of each.
 *
 * @param desk where the course is
 * @param stages whose submissions
 * @param speed the replay factor
 * @param traffic whether submissions are tried that are judged by traffic, now or on record
 */
record StageProof(Desk desk, List<Stage> stages, int speed, boolean traffic) {
  static final String STARTER = "starter";
  static final String SOLUTION = "solution";

  /** An author may wait for a machine that was too busy to tell; a learner is told at once. */
  private static final int TRIES = 3;

  StageProof {
    stages = List.copyOf(stages);
  }

  /** The stages that an author named, or all of them. */
  static List<Stage> stages(Desk desk, List<String> names) {
    return names.isEmpty()
        ? desk.course().stages()
        : names.stream().map(name -> desk.stage(Optional.of(name))).toList();
  }

  /** Ids of the wrong answers of these stages. */
  Set<String> wrongAnswers() {
    var ids = new LinkedHashSet<String>();
    stages.forEach(stage -> stage.wrong().stream().map(TriedAnswer::id).forEach(ids::add));
    return ids;
  }

  /** All that there is to try: the starter, what must pass, what must fail. */
  Set<String> everything() {
    var names = new LinkedHashSet<>(List.of(STARTER, SOLUTION));
    stages.forEach(stage -> stage.right().stream().map(TriedAnswer::id).forEach(names::add));
    names.addAll(wrongAnswers());
    return names;
  }

  /**
   * Refuses names that none of these stages knows.
   *
   * @throws ParameterException with the names that there are
   */
  void demandKnown(List<String> named, Set<String> known) {
    for (var name : named) {
      if (!known.contains(name)) {
        throw new ParameterException(
            desk.spec().commandLine(),
            "There is no '" + name + "' here. There are: " + String.join(", ", known) + ".");
      }
    }
  }

  /**
   * Tries those that are wanted; exit code 1 when one is not as its stage says, or none is wanted,
   * 3 when the machine was too busy to say it of all.
   */
  ExitCode run(Set<String> wanted) throws IOException, InterruptedException {
    var all = new ArrayList<Outcome>();
    for (var stage : stages) {
      try (var warm = WarmRig.forSession()) {
        all.addAll(run(stage, warm, wanted));
      }
    }
    long fine = all.stream().filter(Outcome::fine).count();
    long untold = all.stream().filter(Outcome::cannotTell).count();
    if (desk.console().json()) {
      desk.console().printJson(Map.of("schema", "lab/dev-check/1", "outcomes", all));
    } else {
      desk.console()
          .print(
              "%d of %d as the stages say%s."
                  .formatted(
                      fine,
                      all.size(),
                      untold == 0 ? "" : "; the machine was too busy to tell of " + untold));
    }
    if (all.isEmpty() && !traffic) {
      desk.console().say("All that was asked for is judged by traffic: leave out --no-traffic.");
    }
    if (all.isEmpty() || fine + untold < all.size()) {
      return ExitCode.NOT_YET;
    }
    return untold == 0 ? ExitCode.DONE : ExitCode.INCONCLUSIVE;
  }

  private List<Outcome> run(Stage stage, WarmRig warm, Set<String> wanted)
      throws IOException, InterruptedException {
    var trial =
        new StageTrial(
            desk, stage, warm, speed, TRIES, words -> desk.console().say("      ....  " + words));
    var outcomes = new ArrayList<Outcome>();
    boolean whole = traffic || !stage.needsTraffic();
    if (whole && wanted.contains(STARTER)) {
      outcomes.add(show(trial.starter()));
    }
    if (whole && wanted.contains(SOLUTION)) {
      outcomes.add(show(trial.solution()));
    }
    for (var one : stage.right()) {
      if (whole && wanted.contains(one.id())) {
        outcomes.add(show(trial.right(one)));
      }
    }
    for (var one : stage.wrong()) {
      if ((traffic || !stage.needsTraffic(one.fails())) && wanted.contains(one.id())) {
        outcomes.add(show(wrong(trial, one)));
      }
    }
    return outcomes;
  }

  /**
   * One trial where it is enough. What speaks against a stage is looked at as closely as what
   * speaks against a learner: with a second trial that has a control of its own.
   */
  private Outcome wrong(StageTrial trial, TriedAnswer.Wrong answer)
      throws IOException, InterruptedException {
    var once = trial.wrong(answer, Repeat.NEVER);
    if (once.fine() || once.cannotTell()) {
      return once;
    }
    desk.console()
        .say("      ....  " + answer.id() + " " + once.text() + ": once more, to be sure");
    var again = trial.wrong(answer, Repeat.ALWAYS);
    return new Outcome(
        again.stage(),
        again.what(),
        again.fine(),
        again.cannotTell(),
        again.text() + "; one trial alone: " + once.text(),
        again.decisive(),
        again.verified());
  }

  private static String mark(Outcome outcome, Ink ink) {
    if (outcome.fine()) {
      return ink.good("ok   ");
    }
    return outcome.cannotTell() ? ink.name("?    ") : ink.bad("FAULT");
  }

  private Outcome show(Outcome outcome) {
    if (desk.console().json()) {
      return outcome;
    }
    var ink = desk.console().ink();
    desk.console()
        .print(
            "%s  %s  %s  %s  (%.0f s)"
                .formatted(
                    mark(outcome, ink),
                    outcome.stage(),
                    ink.name(outcome.what()),
                    outcome.text(),
                    outcome.verified().seconds()));
    if (!outcome.fine()) {
      var text = new VerifyText(ink, TerminalWidth.columns());
      outcome
          .decisive()
          .ifPresent(
              check -> text.check(check).forEach(line -> desk.console().print("     " + line)));
    }
    return outcome;
  }
}
