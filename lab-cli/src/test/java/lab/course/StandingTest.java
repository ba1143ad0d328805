package lab.course;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import lab.check.Verdict;
import lab.check.spec.CheckKind;
import lab.course.journal.Event;
import lab.course.journal.Journal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StandingTest {
  @TempDir Path root;
  private Course course;
  private Journal journal;

  @BeforeEach
  void open() throws IOException {
    var small = SmallCourse.in(root);
    course = small.load();
    journal = small.journal();
  }

  private StageState of(String number, boolean findingsAreBuilt) {
    return new Standing(
            course,
            journal.progress(),
            kind -> findingsAreBuilt || !(kind instanceof CheckKind.Findings))
        .of(course.stage(number).orElseThrow());
  }

  private void verified(String stage, boolean passed, boolean toBeRead, Event.Result... results) {
    journal.append(new Event.Verified(stage, Optional.empty(), List.of(results), passed, toBeRead));
  }

  private static Event.Result result(String check, Verdict verdict) {
    return new Event.Result(check, verdict, List.of());
  }

  @Test
  void aStageIsLockedUntilWhatItNeedsIsDone() {
    assertThat(of("01", false)).isEqualTo(StageState.OPEN);
    assertThat(of("02", false)).isEqualTo(StageState.LOCKED);
    journal.append(new Event.Begun("01"));
    assertThat(of("01", false)).isEqualTo(StageState.BEGUN);
    verified("01", false, false, result("counted", Verdict.FAIL));
    assertThat(of("02", false)).isEqualTo(StageState.LOCKED);
    verified("01", true, false, result("guessed", Verdict.PASS), result("counted", Verdict.PASS));
    assertThat(of("01", false)).isEqualTo(StageState.PASSED);
    assertThat(of("02", false)).isEqualTo(StageState.OPEN);
  }

  @Test
  void aStageThatWasPassedWithASkippedCheckOpensAgainWhenItsKindIsBuilt() {
    verified("02", true, false, result("loads", Verdict.PASS), result("writes", Verdict.SKIPPED));

    assertThat(of("02", false)).isEqualTo(StageState.PASSED);
    assertThat(of("02", true)).isEqualTo(StageState.REOPENED);
    assertThat(of("03", true)).as("what comes after it stays open").isEqualTo(StageState.OPEN);
    verified("02", true, false, result("loads", Verdict.PASS), result("writes", Verdict.PASS));
    assertThat(of("02", true)).isEqualTo(StageState.PASSED);
  }

  @Test
  void aPersonMayHaveToReadItAndTheLearnerGoesOnMeanwhile() {
    verified(
        "02", false, true, result("loads", Verdict.PASS), result("writes", Verdict.INCONCLUSIVE));

    assertThat(of("02", true)).isEqualTo(StageState.TO_BE_READ);
    assertThat(of("03", true)).isEqualTo(StageState.OPEN);
  }

  @Test
  void checksThatWereSeenWithoutTheWholeStagePassNothing() {
    journal.append(
        new Event.Checked(
            "01", List.of(result("guessed", Verdict.PASS), result("counted", Verdict.PASS))));
    assertThat(of("01", true)).isEqualTo(StageState.OPEN);
    verified("01", true, false, result("guessed", Verdict.PASS), result("counted", Verdict.PASS));
    journal.append(new Event.Checked("01", List.of(result("counted", Verdict.FAIL))));
    assertThat(of("01", true)).isEqualTo(StageState.PASSED);
    assertThat(journal.progress().of("01").attempts()).isEqualTo(1);
  }

  @Test
  void laterPointsForAPersonToReadDoNotTakeAPassBack() {
    verified("02", true, false, result("loads", Verdict.PASS), result("writes", Verdict.PASS));
    var passedAt = journal.progress().of("02").passedAt();
    verified(
        "02", false, true, result("loads", Verdict.PASS), result("writes", Verdict.INCONCLUSIVE));
    assertThat(of("02", true)).isEqualTo(StageState.PASSED);
    verified("02", true, false, result("loads", Verdict.PASS), result("writes", Verdict.PASS));
    assertThat(journal.progress().of("02").passedAt())
        .as("how long it took is told by the first pass")
        .isEqualTo(passedAt);
  }

  @Test
  void aPassThatWasGivenWithoutACheckYieldsToPointsForAPersonToReadInIt() {
    verified("02", true, false, result("loads", Verdict.PASS), result("writes", Verdict.SKIPPED));
    verified(
        "02", false, true, result("loads", Verdict.PASS), result("writes", Verdict.INCONCLUSIVE));
    assertThat(of("02", true)).isEqualTo(StageState.TO_BE_READ);
  }

  @Test
  void stagesAreFoundByNumberNameSlugAndPlace() {
    var second = course.stage("02").orElseThrow();
    assertThat(course.stage("2")).contains(second);
    assertThat(course.stage("second")).contains(second);
    assertThat(course.stage("02-second")).contains(second);
    assertThat(course.relative(second, 1)).isEqualTo(course.stage("03"));
    assertThat(course.relative(second, 2)).isEmpty();
  }
}
