package lab.findings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import lab.findings.judge.Additions;
import lab.findings.judge.FindingsJudge;
import lab.findings.judge.Outcome;
import lab.findings.judge.Outcome.Passing;
import org.junit.jupiter.api.Test;

class JudgeTest {
  private static final String STAGE = "04-causes";
  private static final String GOOD =
      """
      ## Causes

      A sync worker serves one request at a time and is blocked while it waits for the feed.
      The two workers complete 0.8 requests per second, but 10 a second arrive.
      A 502 means that the worker was killed. A 504 means that nginx waited too long.
      A stream never ends, so it occupies its worker for good.
      The index page needs the same two workers and starves behind the streams.
      The CPU was nearly idle.
      """;

  private final FindingsJudge judge = new FindingsJudge(Rubrics.shipped());

  @Test
  void aStageCountsOnlyItsOwnCriteria() {
    var outcome = judge(GOOD, Additions.NONE);
    assertThat(outcome.criteria()).allMatch(c -> c.id().startsWith("A")).hasSize(6);
    assertThat(outcome.points().outOf()).isEqualTo(12);
    assertThat(outcome.passing()).isEqualTo(Passing.PASSED);
  }

  @Test
  void aStageWithoutCriteriaIsAMistakeOfTheCaller() {
    assertThatThrownBy(() -> judge.stage("08-reroute", GOOD, List.of(), Additions.NONE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("08-reroute");
  }

  @Test
  void tooFewPointsAreNotYetEnough() {
    assertThat(judge("## Causes\n\nThe CPU was nearly idle all the time.\n", Additions.NONE))
        .extracting(Outcome::passing)
        .isEqualTo(Passing.NOT_YET);
  }

  @Test
  void aStandingContradictionStopsEvenAGoodText() {
    var outcome = judge(GOOD + "\nThe CPU was overloaded during the incident.\n", Additions.NONE);
    assertThat(outcome.contradictions()).singleElement().matches(c -> c.id().equals("A6"));
    assertThat(outcome.passing()).isEqualTo(Passing.NOT_YET);
  }

  @Test
  void aDisputeOpensThePointsSoThatNobodyIsLocked() {
    var text = GOOD + "\nThe CPU was overloaded during the incident.\n";
    var outcome = judge(text, new Additions(Map.of(), Map.of("A6", 8)));
    assertThat(outcome.points().open()).isEqualTo(2);
    assertThat(outcome.contradictions()).isEmpty();
    assertThat(outcome.passing()).isEqualTo(Passing.PASSED);
  }

  @Test
  void aRightAnswerEarnsLevelOneAtMost() {
    var text = GOOD.replace("The CPU was nearly idle.", "");
    var without = judge(text, Additions.NONE);
    var with = judge(text, new Additions(Map.of("A6", "Less."), Map.of()));
    assertThat(with.points().certain()).isEqualTo(without.points().certain() + 1);
    assertThat(with.criteria().getLast().answered()).isTrue();
  }

  @Test
  void aWrongAnswerEarnsNothingAndARightOneNeverLowersWhatWasWritten() {
    assertThat(judge(GOOD, new Additions(Map.of("A6", "more"), Map.of())).points())
        .isEqualTo(judge(GOOD, new Additions(Map.of("A6", "less"), Map.of())).points());
    var text = GOOD.replace("The CPU was nearly idle.", "");
    assertThat(judge(text, new Additions(Map.of("A6", "more"), Map.of())).points())
        .isEqualTo(judge(text, Additions.NONE).points());
  }

  @Test
  void aTextInAnotherLanguageIsToBeRead() {
    var outcome =
        judge(
            """
            ## Causes

            Ein Worker bedient immer nur eine Anfrage und wartet dabei auf den langsamen Dienst, der
            bis zu fünf Sekunden braucht. Solange er wartet, kann er keine andere Anfrage annehmen.
            Die Warteschlange wird deshalb immer länger, und die Startseite kommt nicht mehr dran,
            weil sie von denselben Prozessen bedient wird. Die Prozessoren haben nichts zu tun.
            """,
            Additions.NONE);
    assertThat(outcome.points().certainOutOf()).isZero();
    assertThat(outcome.passing()).isEqualTo(Passing.TO_BE_READ);
  }

  private Outcome judge(String text, Additions additions) {
    return judge.stage(STAGE, text, List.of(), additions);
  }
}
