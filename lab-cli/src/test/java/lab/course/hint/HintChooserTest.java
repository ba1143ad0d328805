package lab.course.hint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import lab.check.Signs;
import lab.check.Verdict;
import lab.course.SmallCourse;
import lab.course.journal.Event;
import lab.course.journal.Journal;
import lab.course.stage.Hint;
import lab.course.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HintChooserTest {
  @TempDir Path root;
  private SmallCourse course = new SmallCourse(Path.of(""));
  private Stage stage;
  private Journal journal;

  @BeforeEach
  void open() throws IOException {
    course = SmallCourse.in(root);
    stage = course.load().stage("02").orElseThrow();
    journal = course.journal();
  }

  private String hint(Optional<Integer> level) {
    var advice =
        new HintChooser(stage, journal.progress()).choose(level, Optional.empty()).orElseThrow();
    journal.append(new Event.Hinted("02", advice.hint().id(), advice.hint().level()));
    return advice.hint().id();
  }

  private void failed(String... signs) {
    journal.append(
        new Event.Verified(
            "02",
            Optional.empty(),
            List.of(new Event.Result("loads", Verdict.FAIL, List.of(signs))),
            false,
            false));
  }

  @Test
  void goesFromQuestionToPointerToStepAndStaysThere() {
    failed();
    assertThat(hint(Optional.empty())).isEqualTo("any");
    assertThat(hint(Optional.empty())).isEqualTo("deeper");
    assertThat(hint(Optional.empty())).isEqualTo("deepest");
    assertThat(hint(Optional.empty())).isEqualTo("deepest");
  }

  @Test
  void whatWasObservedDecidesAndTheJudgesFirstSignFirst() {
    failed("pool-full", "late");
    var advice =
        new HintChooser(stage, journal.progress())
            .choose(Optional.empty(), Optional.empty())
            .orElseThrow();

    assertThat(advice.hint().id()).isEqualTo("full");
    assertThat(advice.saw()).containsExactly("pool-full");
    assertThat(advice.left()).isEqualTo(2);
    assertThat(advice.ideas()).extracting("id").containsExactly("patience");
  }

  @Test
  void aHintForASignThatWasNotSeenIsNotShown() {
    failed("refused");
    assertThat(hint(Optional.of(1))).isEqualTo("any");
  }

  @Test
  void aLevelCanBeAskedForAtOnce() {
    assertThat(hint(Optional.of(3))).isEqualTo("deepest");
  }

  @Test
  void aPredictionThatWasMadeSinceTheLastVerificationStandsInNobodysWay() {
    var first = course.load().stage("01").orElseThrow();
    journal.append(
        new Event.Verified(
            "01",
            Optional.empty(),
            List.of(
                new Event.Result("guessed", Verdict.FAIL, List.of(Signs.NO_PREDICTION)),
                new Event.Result("counted", Verdict.FAIL, List.of(Signs.WRONG_NUMBER))),
            false,
            false));
    assertThat(about(first).hint().id()).isEqualTo("expect");
    assertThat(about(first).others()).containsExactly("counted");

    journal.append(new Event.Predicted("01", "guess", "2"));
    assertThat(about(first).hint().id()).isEqualTo("who");
    assertThat(about(first).others()).isEmpty();
  }

  @Test
  void whatAPartOfTheStageShowedSinceIsAnsweredTo() {
    failed("late");
    seen("02", new Event.Result("loads", Verdict.FAIL, List.of("pool-full")));
    assertThat(about(stage).saw()).containsExactly("pool-full");
    assertThat(hint(Optional.empty())).isEqualTo("full");
  }

  @Test
  void aFailureThatIsMendedNeedsNoHelp() {
    var first = course.load().stage("01").orElseThrow();
    journal.append(
        new Event.Verified(
            "01",
            Optional.empty(),
            List.of(
                new Event.Result("guessed", Verdict.FAIL, List.of(Signs.PREDICTED_LATE)),
                new Event.Result("counted", Verdict.FAIL, List.of(Signs.WRONG_NUMBER))),
            false,
            false));
    seen("01", new Event.Result("counted", Verdict.PASS, List.of()));
    assertThat(
            new HintChooser(first, journal.progress()).choose(Optional.empty(), Optional.empty()))
        .as("there is no hint for a late prediction, and counted holds")
        .isEmpty();

    failedFirst();
    assertThat(about(first).hint().id()).as("a later verification counts again").isEqualTo("who");
  }

  private void seen(String number, Event.Result... results) {
    journal.append(new Event.Checked(number, List.of(results)));
  }

  private void failedFirst() {
    journal.append(
        new Event.Verified(
            "01",
            Optional.empty(),
            List.of(
                new Event.Result("guessed", Verdict.PASS, List.of()),
                new Event.Result("counted", Verdict.FAIL, List.of(Signs.WRONG_NUMBER))),
            false,
            false));
  }

  @Test
  void aCheckWithoutAHintThatFitsIsPassedOver() throws IOException {
    var file = "exercises/02-second/stage.yaml";
    course.write(
        file,
        course
            .read(file)
            .replaceAll("  - \\{id: (any|deeper|deepest),.*\n", "")
            .replace(
                "hints:\n", "hints:\n  - {id: plain, level: 1, check: writes, text: Plainly?}\n"));
    var second = course.load().stage("02").orElseThrow();
    failed("refused");
    assertThat(about(second).hint().id()).isEqualTo("plain");
    assertThat(
            new HintChooser(second, journal.progress())
                .choose(Optional.empty(), Optional.of("loads")))
        .isEmpty();
  }

  @Test
  void aWrongIdeaWithoutASignComesWithAnyFailureOfItsCheckAndNotBefore() throws IOException {
    var file = "exercises/02-second/stage.yaml";
    course.write(
        file,
        course.read(file)
            + """
              - {id: whatever, text: Is it so?}
              - {id: prose, check: writes, text: For whom?}
            """);
    var second = course.load().stage("02").orElseThrow();
    assertThat(about(second).ideas()).as("nothing has failed yet").isEmpty();

    failed();
    assertThat(about(second).ideas()).extracting("id").containsExactly("whatever");
    failed("late");
    assertThat(about(second).ideas()).extracting("id").containsExactly("patience", "whatever");
  }

  private Advice about(Stage other) {
    return new HintChooser(other, journal.progress())
        .choose(Optional.empty(), Optional.empty())
        .orElseThrow();
  }

  @Test
  void theFirstHintOfAFailedCheckIsWhatAWrongAnswerNames() {
    assertThat(HintChooser.first(stage, "loads", List.of("late"))).map(Hint::id).contains("slow");
    assertThat(HintChooser.first(stage, "loads", List.of())).map(Hint::id).contains("any");
    assertThat(HintChooser.first(stage, "writes", List.of())).isEmpty();
  }
}
