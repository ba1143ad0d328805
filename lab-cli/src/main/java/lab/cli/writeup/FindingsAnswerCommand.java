package lab.cli.writeup;

import java.io.IOException;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import lab.cli.Console;
import lab.cli.ExitCode;
import lab.cli.Main;
import lab.findings.judge.FindingsJudge;
import lab.findings.record.Entry;
import lab.findings.rubric.Criterion;
import lab.problem.Problem;
import lab.problem.ProblemException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lab findings answer}: the exact question of a criterion, worth one point at most. */
@Command(
    name = "answer",
    description = "Answer the question of a criterion; right, it is worth one point of two.",
    footer = {
      "",
      "Without ANSWER the question is shown. The last answer counts.",
      "",
      "Examples:",
      "  lab findings answer A2",
      "  lab findings answer A2 1.2"
    })
final class FindingsAnswerCommand implements Callable<Integer> {
  @Mixin private CriterionName criterion = new CriterionName();

  @Parameters(index = "1", arity = "0..1", paramLabel = "ANSWER", description = "Your answer.")
  private Optional<String> answer = Optional.empty();

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    var console = Main.console(spec);
    var desk = FindingsDesk.open(spec);
    var rubric = desk.rubric();
    var id = criterion.in(rubric, spec);
    var question =
        rubric
            .criterion(id)
            .ask()
            .filter(ask -> !ask.answers().isEmpty())
            .orElseThrow(() -> without(id));
    if (answer.isEmpty()) {
      show(console, id, question);
      return ExitCode.DONE.code();
    }
    desk.record().add(new Entry.Answered(Instant.now(), id, answer.get()));
    boolean right = new FindingsJudge(rubric).isRight(id, answer.get());
    if (console.json()) {
      console.printJson(Map.of("schema", "lab/answer/1", "criterion", id, "right", right));
    } else {
      console.print(
          right
              ? console.ink().good("right") + "  " + id + " has at least 1 of 2 now."
              : console.ink().warn("no") + "  " + question.text());
    }
    return (right ? ExitCode.DONE : ExitCode.NOT_YET).code();
  }

  private static void show(Console console, String id, Criterion.Question question) {
    if (console.json()) {
      console.printJson(
          Map.of("schema", "lab/question/1", "criterion", id, "question", question.text()));
    } else {
      console.print(id + "  " + question.text());
      console.print("    " + console.ink().name("./lab findings answer " + id + " ..."));
    }
  }

  private static ProblemException without(String id) {
    return new ProblemException(
        new Problem(
            id + " has no question: it has to be written.",
            "exercises, rubric " + id.substring(0, 1).toUpperCase(Locale.ROOT),
            "See what it wants: lab findings check"));
  }
}
