package lab.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import lab.findings.figures.FigureState;
import lab.findings.grade.CriterionGrade;
import lab.findings.judge.Additions;
import lab.findings.judge.FindingsJudge;
import lab.findings.judge.Outcome;
import lab.findings.rubric.RubricReader;
import lab.findings.rubric.Scenario;
import lab.problem.Problem;
import lab.problem.ProblemException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lab findings check}: grades a write-up, offline. */
@Command(
    name = "check",
    description = "Grade your write-up per criterion, with your own words as evidence.",
    footer = {
      "",
      "This is formative: a determined person can fool it. Exit code 0 when 60 % of the certain",
      "points are there, 1 when not yet, 3 when a person has to read first.",
      "",
      "Examples:",
      "  lab findings check",
      "  lab findings check notes.md --json"
    })
final class FindingsCheckCommand implements Callable<Integer> {
  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "FILE",
      defaultValue = "findings.md",
      description = "The write-up. Default: ${DEFAULT-VALUE}.")
  private Path file = Path.of("findings.md");

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Override
  public Integer call() {
    var console = Main.console(spec);
    var rubric =
        new RubricReader(Scenario.shipped()).read(Main.workspace(spec).root().resolve("exercises"));
    var outcome = new FindingsJudge(rubric).whole(text(), List.of(), Additions.NONE);
    if (console.json()) {
      console.printJson(json(outcome));
    } else {
      new FindingsText(console).show(outcome);
    }
    return switch (outcome.passing()) {
      case PASSED -> ExitCode.DONE.code();
      case NOT_YET -> ExitCode.NOT_YET.code();
      case TO_BE_READ -> ExitCode.INCONCLUSIVE.code();
    };
  }

  private String text() {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      var missing =
          new ProblemException(
              new Problem(
                  "There is no write-up to check.",
                  file.toString(),
                  "Begin one: lab findings template > findings.md"));
      missing.initCause(e);
      throw missing;
    }
  }

  private static Map<String, Object> json(Outcome outcome) {
    var grade = outcome.grade();
    var all = new LinkedHashMap<String, Object>();
    all.put("schema", "lab/findings/1");
    all.put("rubric", grade.rubric());
    grade.gate().ifPresent(gate -> all.put("gate", Map.of("id", gate, "message", gate.message())));
    all.put("points", outcome.points());
    all.put("passing", outcome.passing());
    all.put("misconceptions", grade.misconceptions());
    all.put("criteria", outcome.criteria().stream().map(FindingsCheckCommand::json).toList());
    all.put("figures", grade.figures().stream().map(FigureState::words).toList());
    all.put("ignored", grade.ignored());
    return all;
  }

  private static Map<String, Object> json(CriterionGrade criterion) {
    var one = new LinkedHashMap<String, Object>();
    one.put("id", criterion.id());
    one.put("title", criterion.title());
    one.put("level", criterion.level());
    one.put("confidence", criterion.confidence());
    one.put("quotes", criterion.quotes());
    one.put("against", criterion.against());
    one.put("missing", criterion.missing());
    criterion.look().ifPresent(why -> one.put("look", why));
    return one;
  }
}
