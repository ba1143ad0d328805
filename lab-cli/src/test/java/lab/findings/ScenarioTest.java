package lab.findings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import lab.findings.grade.CriterionGrade;
import lab.findings.grade.Grader;
import lab.findings.judge.FindingsJudge;
import lab.findings.rubric.RubricReader;
import lab.findings.rubric.Scenario;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whoever has other numbers is expected to find other figures. */
class ScenarioTest {
  private static final Scenario OTHER = new Scenario(3, 2, 4, 15, 60, 120);

  private final FindingsJudge judge =
      new FindingsJudge(new RubricReader(OTHER).read(Rubrics.exercises()));

  @Test
  void theQuestionAndItsAnswerFollowTheScenario() {
    assertThat(judge.isRight("A2", "1.5")).isTrue();
    assertThat(judge.isRight("A2", "1,5 per second")).isTrue();
    assertThat(judge.isRight("A2", "0.8")).isFalse();
    assertThat(judge.isRight("C1", "30")).isTrue();
  }

  @Test
  void theFiguresOfTheShippedIncidentAreWrongElsewhere() {
    var grader = new Grader(new RubricReader(OTHER).read(Rubrics.exercises()));
    assertThat(a2(grader, "The workers complete 1.5 a second, but 15 a second arrive."))
        .isEqualTo(2);
    assertThat(a2(grader, "Three workers can do 6 requests per second, 15 a second arrive."))
        .isZero();
    assertThat(a2(new Grader(Rubrics.shipped()), "Two workers can do 5 requests per second."))
        .isZero();
  }

  @Test
  void textsForPeopleCarryTheScenariosNumbers() {
    var rubric = new RubricReader(OTHER).read(Rubrics.exercises());
    assertThat(rubric.criterion("A1").ask().orElseThrow().text()).contains("waits 2 s");
    assertThat(rubric.misconceptions())
        .filteredOn(m -> m.id().equals("M7"))
        .singleElement()
        .matches(m -> m.say().contains("13.5"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          B4 | 2 | ## Worker models\\n\\nPool: number 61 has to wait in the queue.
          B4 | 2 | ## Worker models\\n\\nIn the pool the 61st request waits.
          B4 | 0 | ## Worker models\\n\\nIn the pool the 41st request waits.
          B3 | 1 | ## Worker models\\n\\nThe pool has 60 calls in progress.
          C1 | 2 | ## Routing\\n\\nFeed checks go to the pool, 30 in flight.
          C1 | 2 | ## Routing\\n\\nFeed checks go to the pool: 15 x 2 of them.
          C1 | 1 | ## Routing\\n\\nFeed checks go to the pool: 10 x 2.5 of them.
          C1 | 2 | ## Routing\\n\\nFeed checks go to the pool; 4 s and a thread is back.
          C1 | 1 | ## Routing\\n\\nFeed checks go to the pool; 5 s.
          C5 | 1 | ## Routing\\n\\nThe pool ends at 30 per second.
          """)
  void theFiguresOfAnAnswerAreTheLearnersOwn(String criterion, int level, String text) {
    var grader = new Grader(new RubricReader(OTHER).read(Rubrics.exercises()));
    assertThat(level(grader, criterion, text.replace("\\n", "\n"))).as(text).isEqualTo(level);
  }

  private static int level(Grader grader, String criterion, String text) {
    return grader.grade(text, List.of()).criteria().stream()
        .filter(c -> c.id().equals(criterion))
        .mapToInt(CriterionGrade::level)
        .sum();
  }

  private static int a2(Grader grader, String sentence) {
    return level(grader, "A2", "## Causes\n\n" + sentence + "\n");
  }
}
