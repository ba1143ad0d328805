package lab.findings.judge;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import lab.findings.figures.RecordedRun;
import lab.findings.grade.CriterionGrade;
import lab.findings.grade.Grade;
import lab.findings.grade.Grader;
import lab.findings.rubric.Criterion;
import lab.findings.rubric.Rubric;

/**
 * Judges write-ups: the one entrance for whoever needs an outcome rather than the grading itself.
 * The figures that it expects follow from the scenario that the rubric was read for.
 */
public final class FindingsJudge {
  private static final Map<String, String> HEADINGS =
      Map.of("causes", "Causes", "models", "Worker models", "routing", "Routing");

  private final Grader grader;
  private final List<Criterion> ordered;
  private final Map<String, Criterion> criteria;

  public FindingsJudge(Rubric rubric) {
    this.grader = new Grader(rubric);
    this.ordered = rubric.criteria();
    this.criteria = rubric.criteria().stream().collect(Collectors.toMap(Criterion::id, c -> c));
  }

  /**
   * Judges the part of a write-up that a stage asks for; what counts may stand anywhere in it.
   *
   * @param stage the stage's folder, such as {@code 04-causes}
   * @param text the learner's {@code findings.md}
   * @param runs what the lab recorded for its author
   * @param additions answers and disputes
   * @throws IllegalArgumentException when no criterion belongs to the stage
   */
  public Outcome stage(String stage, String text, List<RecordedRun> runs, Additions additions) {
    if (criteria.values().stream().noneMatch(each -> each.stage().equals(stage))) {
      throw new IllegalArgumentException("no criteria for stage " + stage);
    }
    var grade = grader.grade(text, runs);
    var own = grade.criteria().stream().filter(each -> stage.equals(stageOf(each))).toList();
    return outcome(own, grade, additions);
  }

  /** Judges a write-up as a whole. */
  public Outcome whole(String text, List<RecordedRun> runs, Additions additions) {
    var grade = grader.grade(text, runs);
    return outcome(grade.criteria(), grade, additions);
  }

  private Outcome outcome(List<CriterionGrade> own, Grade grade, Additions additions) {
    return Outcome.of(own.stream().map(each -> with(each, additions)).toList(), grade);
  }

  private CriterionGrade with(CriterionGrade graded, Additions additions) {
    var line = Optional.ofNullable(additions.disputes().get(graded.id()));
    boolean full = graded.level() == CriterionGrade.MOST && !graded.isContradicted();
    if (line.isPresent() && !full) {
      return graded.open("You say that line " + line.get() + " answers this.");
    }
    var answer = Optional.ofNullable(additions.answers().get(graded.id()));
    boolean right = answer.filter(given -> isRight(graded.id(), given)).isPresent();
    return right && graded.level() == 0 && !graded.isOpen() ? graded.answeredWell() : graded;
  }

  /** The stages that ask for a write-up, each with its share of an outcome. */
  public List<Part> parts(Outcome whole) {
    var sections = new LinkedHashMap<String, String>();
    ordered.forEach(each -> sections.put(each.stage(), each.section()));
    return sections.entrySet().stream().map(e -> part(e.getKey(), e.getValue(), whole)).toList();
  }

  private Part part(String stage, String section, Outcome whole) {
    var own = whole.criteria().stream().filter(each -> stage.equals(stageOf(each))).toList();
    return new Part(
        stage,
        HEADINGS.getOrDefault(section, section),
        whole.grade().sections().contains(section),
        whole.with(own));
  }

  /**
   * Whether an answer to the question of a criterion is right; wrong where there is no question.
   */
  public boolean isRight(String criterion, String answer) {
    return Optional.ofNullable(criteria.get(criterion))
        .flatMap(Criterion::ask)
        .filter(ask -> ask.accepts(answer))
        .isPresent();
  }

  private String stageOf(CriterionGrade graded) {
    return Optional.ofNullable(criteria.get(graded.id())).map(Criterion::stage).orElse("");
  }
}
