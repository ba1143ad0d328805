package lab.cli.dev;

import java.io.IOException;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import lab.check.Verdict;
import lab.cli.ExitCode;
import lab.cli.course.Desk;
import lab.course.stage.Stage;
import lab.course.stage.TriedAnswer;
import lab.run.Venue;
import lab.verify.Repeat;
import lab.verify.WarmRig;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lab dev flake}: how often does a verdict come out wrong on this machine? */
@Command(
    name = "flake",
    description = "Verify the solution again and again: how often does it not pass?",
    footer = {
      "",
      "Prints the rate and what it could be at most with 95 %% confidence: 50 passes",
      "in a row only prove that fewer than 6 %% fail. --right does the same with",
      "another right answer, and --wrong with a wrong one, which must never pass:",
      "with --first without the second trial of a failure, which can make it",
      "inconclusive, but never a pass.",
      "",
      "Exit code 0 when no verdict was wrong (inconclusive ones are counted apart), 1",
      "when one was. A bug of the lab is a wrong verdict, whatever was verified.",
      "",
      "Examples:",
      "  lab dev flake 08 -n 50",
      "  lab dev flake 08 -n 30 --right checks-on-virtual",
      "  lab dev flake 08 -n 30 --wrong all-async",
      "  lab dev flake 08 -n 30 --wrong all-async --first"
    })
public final class DevFlakeCommand implements Callable<Integer> {
  private static final int MOST = 1000;

  @Parameters(paramLabel = "NN", description = "The stage.")
  @SuppressWarnings("NullAway.Init")
  private String name;

  @Option(
      names = "-n",
      paramLabel = "N",
      defaultValue = "20",
      description = "How often, 1 to 1000 (default ${DEFAULT-VALUE}).")
  private int times = 20;

  @Option(names = "--right", paramLabel = "ID", description = "A right answer of the stage.")
  private Optional<String> right = Optional.empty();

  @Option(names = "--wrong", paramLabel = "ID", description = "A wrong answer of the stage.")
  private Optional<String> wrong = Optional.empty();

  @Option(
      names = "--first",
      description = "Of a wrong answer: a failure in the first trial gets no second one.")
  private boolean first;

  @Option(names = "--speed", paramLabel = "K", description = "The replay factor (default 10).")
  private int speed = Venue.USUAL_SPEED;

  @Option(
      names = "--learner",
      paramLabel = "NAME",
      description = "With the numbers of this learner (default: the one of this checkout).")
  private Optional<String> learner = Optional.empty();

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (times < 1 || times > MOST) {
      throw new ParameterException(spec.commandLine(), "-n is 1 to 1000.");
    }
    if (first && wrong.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(), "--first is for wrong answers: name one with --wrong ID.");
    }
    if (right.isPresent() && wrong.isPresent()) {
      throw new ParameterException(
          spec.commandLine(), "--right and --wrong are two answers: name one of them.");
    }
    var repeat = first ? Repeat.DOUBTS : Repeat.ALWAYS;
    var desk = AuthorDesk.open(spec, learner);
    var stage = desk.stage(Optional.of(name));
    var answer =
        right
            .<TriedAnswer>map(id -> named(stage, "right answer", stage.right(), id))
            .or(() -> wrong.map(id -> named(stage, "wrong answer", stage.wrong(), id)));
    var counts = new EnumMap<Verdict, Integer>(Verdict.class);
    try (var warm = WarmRig.forOne()) {
      var trial = new StageTrial(desk, stage, warm, speed, 1, words -> {});
      for (int at = 1; at <= times; at++) {
        var outcome = answer.isPresent() ? trial.of(answer.get(), repeat) : trial.solution();
        counts.merge(outcome.verified().verdict(), 1, Integer::sum);
        desk.console()
            .say(
                "  %d of %d: %s (%.0f s)"
                    .formatted(at, times, outcome.text(), outcome.verified().seconds()));
      }
    }
    return report(desk, stage, counts).code();
  }

  private TriedAnswer named(
      Stage stage, String sort, List<? extends TriedAnswer> answers, String id) {
    return answers.stream()
        .filter(one -> one.id().equals(id))
        .findFirst()
        .orElseThrow(
            () -> unknown(stage, sort, answers.stream().map(TriedAnswer::id).toList(), id));
  }

  private ParameterException unknown(Stage stage, String sort, List<String> known, String id) {
    return new ParameterException(
        spec.commandLine(),
        "Stage %s has no %s '%s'. It has: %s."
            .formatted(
                stage.number(), sort, id, known.isEmpty() ? "none" : String.join(", ", known)));
  }

  /** The verdicts that a submission must not get; those that decide nothing are none of them. */
  static Set<Verdict> wrongVerdicts(boolean ofWrongAnswer) {
    return EnumSet.of(ofWrongAnswer ? Verdict.PASS : Verdict.FAIL, Verdict.LAB_ERROR);
  }

  private ExitCode report(Desk desk, Stage stage, Map<Verdict, Integer> counts) {
    var bad = wrongVerdicts(wrong.isPresent());
    var rate =
        new Rate(bad.stream().mapToInt(verdict -> counts.getOrDefault(verdict, 0)).sum(), times);
    if (desk.console().json()) {
      var json = new LinkedHashMap<String, Object>();
      json.put("schema", "lab/flake/1");
      json.put("stage", stage.id());
      json.put("submission", right.or(() -> wrong).orElse("solution"));
      json.put("times", times);
      json.put("first-trials-only", first);
      json.put("verdicts", counts);
      json.put("wrong-verdicts", rate.count());
      json.put("bound-95", rate.bound());
      desk.console().printJson(json);
    } else {
      counts.forEach((verdict, count) ->
          desk.console()
              .print(
                  "  %3d of %d  %s"
                      .formatted(
                          count,
                          times,
                          verdict.name().toLowerCase(Locale.ROOT).replace('_', ' '))));
      desk.console()
          .print(
              String.format(
                  Locale.ROOT,
                  "  wrong verdicts: %d of %d, with 95 %% confidence fewer than %.1f %%",
                  rate.count(),
                  times,
                  rate.bound() * 100));
    }
    return rate.count() == 0 ? ExitCode.DONE : ExitCode.NOT_YET;
  }
}
