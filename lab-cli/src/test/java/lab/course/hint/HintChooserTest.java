package lab.course.hint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
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
  private Stage stage;
  private Journal journal;

  @BeforeEach
  void open() throws IOException {
    var course = SmallCourse.in(root);
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
  void theFirstHintOfAFailedCheckIsWhatAWrongAnswerNames() {
    assertThat(HintChooser.first(stage, "loads", List.of("late"))).map(Hint::id).contains("slow");
    assertThat(HintChooser.first(stage, "loads", List.of())).map(Hint::id).contains("any");
    assertThat(HintChooser.first(stage, "writes", List.of())).isEmpty();
  }
}
