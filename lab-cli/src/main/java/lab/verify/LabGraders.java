package lab.verify;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import lab.check.CheckResult;
import lab.check.CheckResult.Reason;
import lab.check.Credit;
import lab.check.Signs;
import lab.check.Verdict;
import lab.check.spec.CheckKind;
import lab.check.spec.CheckSpec;
import lab.course.stage.Stage;
import lab.course.variation.Variation;
import lab.findings.figures.RecordedRun;
import lab.findings.grade.CriterionGrade;
import lab.findings.judge.Additions;
import lab.findings.judge.FindingsJudge;
import lab.findings.judge.Outcome;
import lab.findings.rubric.RubricReader;
import lab.findings.rubric.Scenario;
import lab.jshell.judge.SnippetJudge;
import lab.jshell.judge.SnippetVerdict;
import lab.jshell.snippet.SnippetReader;
import lab.jshell.trial.SnippetRunner;

/**
 * The lab's own graders of write-ups and snippets, for one stage.
 *
 * @param stage whose numbers are expected
 * @param exercises the folder of all stages, which holds the rubrics
 * @param state the checkout's {@code .lab}
 * @param runs what the write-up's figures are held against
 * @param additions answers and disputes of the learner
 */
public record LabGraders(
    Stage stage, Path exercises, Path state, List<RecordedRun> runs, Additions additions)
    implements Graders {
  private static final int SHOWN = 4;
  private static final Reason A_PERSON_DECIDES =
      new Reason(
          "60 % of the points that can be given for certain",
          "points that only a person can give decide",
          List.of(),
          "You are not held up: lab next goes on, and the stage is marked to be read.",
          List.of("lab findings check"));

  public LabGraders {
    runs = List.copyOf(runs);
  }

  @Override
  public CheckResult findings(CheckSpec check, CheckKind.Findings kind, Path file) {
    String text;
    try {
      text = Files.readString(file);
    } catch (NoSuchFileException missing) {
      return notRead(
          check,
          "no findings.md yet",
          "a write-up in findings.md",
          "no such file",
          "lab findings template");
    } catch (CharacterCodingException notUtf8) {
      return notRead(
          check,
          "findings.md is not read",
          "a text in UTF-8",
          file + " has bytes that are no UTF-8: save it in that encoding, nothing is lost",
          "lab findings check");
    } catch (IOException unreadable) {
      return notRead(
          check,
          "findings.md is not read",
          "a file that the lab may read",
          file + ": " + unreadable.getMessage(),
          "lab findings check");
    }
    var scenario = scenario(stage.variation());
    var judge = new FindingsJudge(new RubricReader(scenario).read(exercises));
    var outcome = judge.stage(stage.id(), text, runs, additions);
    return findings(check, outcome);
  }

  /** A learner's incident as rubrics want it. */
  public static Scenario scenario(Variation incident) {
    return new Scenario(
        incident.workers(),
        incident.meanSeconds(),
        incident.maxSeconds(),
        incident.rate(),
        incident.threads(),
        incident.streams());
  }

  private static CheckResult findings(CheckSpec check, Outcome outcome) {
    var points = outcome.points();
    var headline =
        points.open() == 0
            ? "the write-up earns %d of its %d points".formatted(points.certain(), points.outOf())
            : "the write-up earns %d to %d of its %d points: a person should read the rest"
                .formatted(points.certain(), points.most(), points.outOf());
    var credit = credit(check, points);
    return switch (outcome.passing()) {
      case PASSED -> writtenUp(check, Verdict.PASS, headline, Optional.empty(), credit);
      case TO_BE_READ ->
          writtenUp(check, Verdict.INCONCLUSIVE, headline, Optional.of(A_PERSON_DECIDES), credit);
      case NOT_YET ->
          writtenUp(check, Verdict.FAIL, headline, Optional.of(missing(outcome)), credit);
    };
  }

  /** A stage may give more or less for a write-up than its criteria add up to. */
  private static Credit credit(CheckSpec check, Outcome.Points points) {
    double each = (double) check.points() / Math.max(1, points.outOf());
    int earned = Math.toIntExact(Math.round(each * points.certain()));
    return new Credit(earned, Math.toIntExact(Math.round(each * points.most())) - earned);
  }

  private static CheckResult writtenUp(
      CheckSpec check, Verdict verdict, String headline, Optional<Reason> reason, Credit credit) {
    return new CheckResult(
        check.id(),
        check.title(),
        verdict,
        headline,
        reason,
        verdict == Verdict.INCONCLUSIVE ? List.of(Signs.TO_BE_READ) : List.of(),
        Map.of(),
        Optional.of(credit));
  }

  private static Reason missing(Outcome outcome) {
    var lacking =
        outcome.criteria().stream()
            .filter(criterion -> !criterion.isOpen() && criterion.level() < CriterionGrade.MOST)
            .toList();
    var proof =
        lacking.stream()
            .limit(SHOWN)
            .map(criterion ->
                "%d of %d for %s: %s"
                    .formatted(
                        criterion.level(), CriterionGrade.MOST, criterion.id(), criterion.title()))
            .collect(Collectors.toCollection(ArrayList::new));
    if (lacking.size() > SHOWN) {
      proof.add("and %d more".formatted(lacking.size() - SHOWN));
    }
    return new Reason(
        "60 % of the points that are certain, and nothing said both ways",
        outcome.contradictions().isEmpty()
            ? "less than that"
            : "right and wrong said about "
                + outcome.contradictions().getFirst().id()
                + ": settle that first",
        proof,
        "",
        List.of("lab findings check"));
  }

  @Override
  public CheckResult snippet(CheckSpec check, CheckKind.Snippet kind, Path file, Path spec)
      throws InterruptedException {
    var wanted = SnippetReader.read(spec, numbers());
    var runner = new SnippetRunner(state.resolve("jshell"), RandomGenerator.of("L64X128MixRandom"));
    var verdicts = SnippetJudge.judge(wanted, runner.run(wanted, file));
    if (SnippetJudge.whole(verdicts) == SnippetVerdict.Outcome.INCONCLUSIVE) {
      verdicts = SnippetJudge.judge(wanted, runner.run(wanted, file));
    }
    return snippet(check, verdicts);
  }

  private static CheckResult snippet(CheckSpec check, List<SnippetVerdict> verdicts) {
    var whole = SnippetJudge.whole(verdicts);
    long passed =
        verdicts.stream().filter(one -> one.outcome() == SnippetVerdict.Outcome.PASS).count();
    var headline = "%d of %d".formatted(passed, verdicts.size());
    var first = verdicts.stream().filter(one -> one.outcome() == whole).findFirst().orElseThrow();
    return switch (whole) {
      case PASS ->
          result(check, Verdict.PASS, headline + " claims hold", Optional.empty(), List.of());
      case FAIL ->
          result(
              check,
              Verdict.FAIL,
              headline + "; not yet: " + first.title(),
              Optional.of(reason(first)),
              List.of(first.check()));
      case INCONCLUSIVE, SKIPPED ->
          result(
              check,
              Verdict.INCONCLUSIVE,
              headline + "; cannot tell: " + first.title(),
              Optional.of(reason(first)),
              List.of(Signs.MACHINE_BUSY));
    };
  }

  private static Reason reason(SnippetVerdict verdict) {
    return new Reason(
        verdict.wanted(), verdict.saw(), List.of(), verdict.why(), List.of(verdict.again()));
  }

  private Map<String, String> numbers() {
    var numbers = new HashMap<>(stage.numbers().values());
    numbers.put("meanSeconds", Double.toString(stage.variation().meanSeconds()));
    return numbers;
  }

  private static CheckResult notRead(
      CheckSpec check, String headline, String wanted, String saw, String again) {
    return result(
        check,
        Verdict.FAIL,
        headline,
        Optional.of(new Reason(wanted, saw, List.of(), "", List.of(again))),
        List.of());
  }

  private static CheckResult result(
      CheckSpec check,
      Verdict verdict,
      String headline,
      Optional<Reason> reason,
      List<String> signs) {
    return new CheckResult(check.id(), check.title(), verdict, headline, reason, signs, Map.of());
  }
}
