package lab.cli.dev;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import lab.cli.ExitCode;
import lab.cli.course.Desk;
import lab.cli.dev.StageTrial.Outcome;
import lab.course.stage.Stage;
import lab.run.Venue;
import lab.verify.WarmRig;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lab dev check}: starters fail, solutions pass, wrong answers fail where they must. */
@Command(
    name = "check",
    description =
        "Prove stages: starter fails, solution passes, wrong answers fail where they must.",
    footer = {
      "",
      "Everything is judged with real traffic, as lab verify does; runs that a stage asks for are",
      "made. Nothing of the learner's progress is touched: the evidence is in .lab/dev.",
      "",
      "Exit code 0 when all is as the stages say, 1 when not.",
      "",
      "Examples:",
      "  lab dev check                 all stages; takes minutes",
      "  lab dev check 08              one stage",
      "  lab dev check 08 --only all-async --only solution"
    })
public final class DevCheckCommand implements Callable<Integer> {
  /** An author may wait for a machine that was too busy to tell; a learner is told at once. */
  private static final int TRIES = 3;

  @Parameters(arity = "0..*", paramLabel = "NN", description = "Stages; default: all.")
  private List<String> names = List.of();

  @Option(
      names = "--only",
      paramLabel = "WHAT",
      arity = "1",
      description = "starter, solution, or a wrong answer; may be given again. Default: all.")
  private List<String> only = List.of();

  @Option(names = "--speed", paramLabel = "K", description = "The replay factor (default 10).")
  private int speed = Venue.USUAL_SPEED;

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Override
  public Integer call() throws IOException, InterruptedException {
    var desk = Desk.open(spec);
    var stages =
        names.isEmpty()
            ? desk.course().stages()
            : names.stream().map(name -> desk.stage(java.util.Optional.of(name))).toList();
    var all = new ArrayList<Outcome>();
    for (var stage : stages) {
      try (var warm = WarmRig.forSession()) {
        all.addAll(stage(desk, stage, warm));
      }
    }
    long faulty = all.stream().filter(one -> !one.fine()).count();
    if (desk.console().json()) {
      desk.console().printJson(Map.of("schema", "lab/dev-check/1", "outcomes", all));
    } else {
      desk.console()
          .print("%d of %d as the stages say.".formatted(all.size() - faulty, all.size()));
    }
    return (faulty == 0 && !all.isEmpty() ? ExitCode.DONE : ExitCode.NOT_YET).code();
  }

  private List<Outcome> stage(Desk desk, Stage stage, WarmRig warm)
      throws IOException, InterruptedException {
    var trial =
        new StageTrial(
            desk, stage, warm, speed, TRIES, words -> desk.console().say("      ....  " + words));
    var outcomes = new ArrayList<Outcome>();
    if (wanted("starter")) {
      outcomes.add(show(desk, trial.starter()));
    }
    boolean more =
        wanted("solution") || trial.wrongAnswers().stream().anyMatch(w -> wanted(w.id()));
    if (!more) {
      return outcomes;
    }
    var ledger = trial.ledger();
    if (wanted("solution")) {
      outcomes.add(show(desk, trial.solution(ledger)));
    }
    for (var wrong : trial.wrongAnswers()) {
      if (wanted(wrong.id())) {
        outcomes.add(show(desk, trial.wrong(wrong, ledger)));
      }
    }
    return outcomes;
  }

  private boolean wanted(String what) {
    return only.isEmpty() || only.contains(what);
  }

  private static Outcome show(Desk desk, Outcome outcome) {
    if (!desk.console().json()) {
      var ink = desk.console().ink();
      desk.console()
          .print(
              "%s  %s  %s  %s  (%.0f s)"
                  .formatted(
                      outcome.fine() ? ink.good("ok   ") : ink.bad("FAULT"),
                      outcome.stage(),
                      ink.name(outcome.what()),
                      outcome.text(),
                      outcome.verified().seconds()));
    }
    return outcome;
  }
}
