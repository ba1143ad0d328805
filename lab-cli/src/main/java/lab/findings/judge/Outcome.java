package lab.findings.judge;

import java.util.List;
import lab.findings.grade.CriterionGrade;
import lab.findings.grade.Grade;

/**
 * A write-up judged for one stage, or as a whole.
 *
 * @param passing whether it is enough
 * @param points what the criteria come to
 * @param criteria the criteria of the stage, in the order of their ids, answers and disputes
 *     included
 * @param contradictions criteria where right and wrong are both said and nobody has settled it
 * @param grade the grade of the whole text that this follows from: gate, figures, misconceptions
 */
public record Outcome(
    Passing passing,
    Points points,
    List<CriterionGrade> criteria,
    List<CriterionGrade> contradictions,
    Grade grade) {
  private static final double PASS_SHARE = 0.6;

  public Outcome {
    criteria = List.copyOf(criteria);
    contradictions = List.copyOf(contradictions);
  }

  /** What the points of a stage come to. */
  public enum Passing {
    /** At least 60 percent of the certain points, and no standing contradiction. */
    PASSED,
    /** Too few points even if a person gave all open ones, or a contradiction stands. */
    NOT_YET,
    /** The points that a person has still to give decide. */
    TO_BE_READ
  }

  /**
   * Points of the criteria.
   *
   * @param certain given for certain
   * @param certainOutOf to be had where the grader is certain
   * @param open to be given by a person
   * @param outOf to be had in all: certain and open
   */
  public record Points(int certain, int certainOutOf, int open, int outOf) {
    /** Certain points, and open ones if a person gives them all. */
    public int most() {
      return certain + open;
    }

    static Points of(List<CriterionGrade> criteria) {
      var sure = criteria.stream().filter(each -> !each.isOpen()).toList();
      int outOf = CriterionGrade.MOST * criteria.size();
      int certainOutOf = CriterionGrade.MOST * sure.size();
      return new Points(
          sure.stream().mapToInt(CriterionGrade::level).sum(),
          certainOutOf,
          outOf - certainOutOf,
          outOf);
    }
  }

  /** The same grade with other criteria: some of them, or some of them opened. */
  public Outcome with(List<CriterionGrade> others) {
    return of(others, grade);
  }

  static Outcome of(List<CriterionGrade> criteria, Grade grade) {
    var points = Points.of(criteria);
    var contradictions = criteria.stream().filter(c -> c.isContradicted() && !c.isOpen()).toList();
    return new Outcome(
        passing(points, !contradictions.isEmpty()), points, criteria, contradictions, grade);
  }

  /**
   * The rule of the course: 60 percent of the certain points and no standing contradiction. Open
   * points count neither way; only where they could still turn a "not yet" does a person decide.
   */
  private static Passing passing(Points points, boolean contradicted) {
    if (contradicted) {
      return Passing.NOT_YET;
    }
    if (points.certainOutOf() > 0 && points.certain() >= PASS_SHARE * points.certainOutOf()) {
      return Passing.PASSED;
    }
    return points.open() > 0 && points.most() >= PASS_SHARE * points.outOf()
        ? Passing.TO_BE_READ
        : Passing.NOT_YET;
  }
}
