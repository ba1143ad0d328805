package lab.verify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import lab.check.CheckResult;
import lab.check.CheckResult.Reason;
import lab.check.Signs;
import lab.check.evidence.Answered;
import lab.check.judge.AnswerJudge;
import lab.check.judge.Results;
import lab.check.spec.CheckSpec;
import lab.problem.Problem;
import lab.problem.ProblemException;
import tools.jackson.core.JacksonException;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The learner's {@code answers.yaml}: one line a question, {@code id: value}. */
final class Answers {
  private static final String FILE = "answers.yaml";

  private Answers() {}

  /** Judges an answer; a file that is no YAML answers nothing, and ends nobody else's check. */
  static CheckResult judge(CheckSpec check, Submission submission, String question) {
    try {
      return AnswerJudge.judge(check, of(submission, question));
    } catch (ProblemException unreadable) {
      var problem = unreadable.problems().getFirst();
      return Results.fail(
          check,
          problem.what(),
          new Reason(
              "an answer in " + problem.where(),
              problem.what(),
              List.of(),
              "",
              List.of(problem.next())),
          Signs.WRONG_NUMBER);
    }
  }

  /**
   * A question with what the learner answered.
   *
   * @throws ProblemException when the file is no YAML
   */
  private static Answered of(Submission submission, String question) {
    var file = submission.inStage(FILE);
    var asked = submission.stage().question(question).orElseThrow();
    var lines = lines(file);
    int line = 1;
    for (int at = 0; at < lines.size(); at++) {
      if (lines.get(at).strip().startsWith(question + ":")) {
        line = at + 1;
      }
    }
    var shown = "exercises/" + submission.stage().id() + "/" + FILE + ":" + line;
    return new Answered(
        asked.ask(), asked.expected(), value(String.join("\n", lines), question, shown), shown);
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (NoSuchFileException notYet) {
      return List.of();
    } catch (IOException e) {
      throw problem("The answers cannot be read: " + e.getMessage(), file.toString());
    }
  }

  private static Optional<String> value(String text, String question, String shown) {
    try {
      var node = new YAMLMapper().readTree(text);
      return Optional.of(node.path(question).asString(""))
          .map(String::strip)
          .filter(value -> !value.isEmpty());
    } catch (JacksonException noYaml) {
      throw problem("The answers are not written as lines of id: value.", shown);
    }
  }

  private static ProblemException problem(String what, String where) {
    return new ProblemException(new Problem(what, where, "write each answer as id: value"));
  }
}
