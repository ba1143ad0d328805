package lab.findings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import lab.findings.grade.CriterionGrade;
import lab.findings.grade.Grader;
import lab.findings.judge.FindingsJudge;
import lab.findings.rubric.RubricReader;
import lab.findings.rubric.Scenario;
import org.junit.jupiter.api.Test;

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

  private static int a2(Grader grader, String sentence) {
    return grader.grade("## Causes\n\n" + sentence + "\n", List.of()).criteria().stream()
        .filter(c -> c.id().equals("A2"))
        .mapToInt(CriterionGrade::level)
        .sum();
  }
}
