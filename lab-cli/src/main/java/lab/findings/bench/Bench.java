package lab.findings.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import lab.findings.grade.CriterionGrade;
import lab.findings.grade.Grade;
import lab.findings.grade.Grader;

/** Grades a folder of write-ups and compares the result with what people said. */
public final class Bench {
  private final List<Result> results;

  private Bench(List<Result> results) {
    this.results = List.copyOf(results);
  }

  /**
   * A write-up with its grade.
   *
   * @param labelled what a person said
   * @param grade what the grader said
   */
  public record Result(Labelled labelled, Grade grade) {}

  /** Grades all write-ups, one after the other. */
  public static Bench run(Grader grader, List<Labelled> writeUps) {
    return new Bench(
        writeUps.stream().map(w -> new Result(w, grader.grade(w.markdown(), w.runs()))).toList());
  }

  public List<Result> results() {
    return results;
  }

  public boolean isLabelled() {
    return results.stream().anyMatch(r -> !r.labelled().levels().isEmpty());
  }

  /** Agreement over the decisions that {@code which} selects. */
  public Agreement agreement(Predicate<CriterionGrade> which) {
    var pairs = new ArrayList<Agreement.Pair>();
    for (var result : results) {
      for (var criterion : result.grade().criteria()) {
        var label = result.labelled().levels().get(criterion.id());
        if (label != null && which.test(criterion)) {
          pairs.add(new Agreement.Pair(label, criterion.level()));
        }
      }
    }
    return Agreement.of(pairs);
  }

  /** The criteria graded, in order. */
  public List<String> criteria() {
    return results.stream()
        .flatMap(r -> r.grade().criteria().stream())
        .map(CriterionGrade::id)
        .distinct()
        .toList();
  }

  /**
   * How misconceptions were told, over all of them.
   *
   * @param right flagged and held
   * @param flagged flagged
   * @param held held
   */
  public record Telling(long right, long flagged, long held) {
    public double precision() {
      return flagged == 0 ? 1 : (double) right / flagged;
    }

    public double recall() {
      return held == 0 ? 1 : (double) right / held;
    }
  }

  public Telling misconceptions() {
    long right = 0;
    long flagged = 0;
    long held = 0;
    for (var result : results) {
      var told = told(result.grade());
      flagged += told.size();
      held += result.labelled().misconceptions().size();
      told.retainAll(result.labelled().misconceptions());
      right += told.size();
    }
    return new Telling(right, flagged, held);
  }

  /** Predictions as one object per write-up: scores, what is left to a person, misconceptions. */
  public Map<String, Object> predictions() {
    var all = new LinkedHashMap<String, Object>();
    for (var result : results) {
      var grade = result.grade();
      var scores = new LinkedHashMap<String, Integer>();
      grade.criteria().forEach(c -> scores.put(c.id(), c.level()));
      var open =
          grade.criteria().stream()
              .filter(CriterionGrade::isUnsure)
              .map(CriterionGrade::id)
              .toList();
      var one = new LinkedHashMap<String, Object>();
      one.put("scores", scores);
      one.put("human", open.size() == grade.criteria().size() ? true : open);
      one.put("misconceptions", told(grade));
      all.put(result.labelled().name(), one);
    }
    return all;
  }

  private static Set<String> told(Grade grade) {
    var ids = new TreeSet<String>();
    grade.misconceptions().forEach(held -> ids.add(held.id()));
    return ids;
  }
}
