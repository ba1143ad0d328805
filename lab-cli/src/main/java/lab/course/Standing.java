package lab.course;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import lab.check.Verdict;
import lab.check.spec.CheckKind;
import lab.course.journal.Event;
import lab.course.journal.Progress;
import lab.course.stage.Stage;

/**
 * The course as far as this learner has come.
 *
 * @param built which kinds of checks this version of the lab can judge
 */
public record Standing(Course course, Progress progress, Predicate<CheckKind> built) {
  /** Where a stage stands. */
  public StageState of(Stage stage) {
    var own = progress.of(stage.number());
    var passed = own.passed();
    if (passed.isPresent()) {
      if (!unjudged(stage, passed.get()).isEmpty()) {
        return StageState.REOPENED;
      }
      return passed.get().passed() ? StageState.PASSED : StageState.TO_BE_READ;
    }
    if (own.assisted()) {
      return StageState.ASSISTED;
    }
    if (!missing(stage).isEmpty()) {
      return StageState.LOCKED;
    }
    return own.begun().isPresent() ? StageState.BEGUN : StageState.OPEN;
  }

  /**
   * Whether the reference answer of a stage can spoil nothing any more: it was passed once, or the
   * answer was installed. A write-up that a person has yet to read may come back, and has not
   * passed.
   */
  public boolean mayCompare(Stage stage) {
    var own = progress.of(stage.number());
    return own.assisted() || own.passed().filter(Event.Verified::passed).isPresent();
  }

  /** The stages that must be done before another. */
  public List<Stage> missing(Stage stage) {
    return stage.needs().stream()
        .flatMap(number -> course.stage(number).stream())
        .filter(needed -> !isDone(needed))
        .toList();
  }

  /** The stage where the learner is, or the first one. */
  public Optional<Stage> here() {
    return progress.stage().flatMap(course::stage).or(() -> course.stages().stream().findFirst());
  }

  /** The first stage after this one that is not done, else the first before it. */
  public Optional<Stage> next(Stage from) {
    int index = course.stages().indexOf(from);
    var after = course.stages().subList(index + 1, course.stages().size());
    return after.stream()
        .filter(stage -> !of(stage).done())
        .findFirst()
        .or(() -> course.stages().stream().filter(stage -> !of(stage).done()).findFirst());
  }

  /**
   * Checks of a stage that have passed in its latest verification, or in the one that passed it.
   */
  public long passedChecks(Stage stage) {
    var own = progress.of(stage.number());
    return own.passed().or(own::last).map(Event.Verified::results).orElse(List.of()).stream()
        .filter(result -> result.verdict() == Verdict.PASS)
        .filter(result -> stage.check(result.check()).isPresent())
        .count();
  }

  /** A stage that was reopened still counts as done for the stages after it. */
  private boolean isDone(Stage stage) {
    var state = of(stage);
    return state.done() || state == StageState.REOPENED;
  }

  /** Checks that were skipped when the stage was passed, and that can be judged now. */
  private List<String> unjudged(Stage stage, Event.Verified passed) {
    return stage.checks().stream()
        .filter(check -> built.test(check.kind()))
        .filter(check ->
            passed.results().stream()
                .noneMatch(result -> result.check().equals(check.id()) && result.judged()))
        .map(check -> check.id())
        .toList();
  }
}
