package lab.findings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import lab.findings.grade.Grade;
import lab.findings.grade.Grader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuestionTest {
  private final Grader grader = new Grader(Rubrics.shipped());

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Does the worker take one request at a time and wait for the feed?",
        "- Does the worker take one request at a time and wait for the feed?",
        "### Does the worker take one request at a time and wait for the feed?",
        "| a | b |\n|---|---|\n| worker | does it take one request at a time and wait for the feed? |",
        "(Does the worker take one request at a time and wait for the feed?)",
        "\"Does the worker take one request at a time and wait for the feed?\"",
        "Why does the worker take one request at a time and wait for the feed",
        "The question is whether the worker takes one request at a time and waits for the feed.",
        "I wonder if the worker takes one request at a time and waits for the feed.",
        "We are not sure whether the worker takes one request at a time and waits for the feed.",
        "It is unclear why the worker takes one request at a time and waits for the feed."
      })
  void whatIsOnlyAskedEarnsNothing(String text) {
    assertThat(ofFirst(text)).as(text).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Why? The worker takes one request at a time and waits for the feed.",
        "What is wrong here? The worker takes one request at a time and waits for the feed.",
        "Why is it down: the worker takes one request at a time and waits for the feed.",
        "The question is why; the worker takes one request at a time and waits for the feed.",
        "Does the worker take one request at a time and wait for the feed? Yes.",
        "The worker takes one request at a time and waits for the feed (who would not?).",
        "How a worker works is simple: it takes one request at a time and waits for the feed."
      })
  void anAnswerAfterAQuestionCounts(String text) {
    assertThat(ofFirst(text)).as(text).isEqualTo(2);
  }

  @Test
  void aQuestionThatIsAnsweredByAQuestionEarnsNothing() {
    assertThat(ofFirst("Does the worker take one request at a time and wait for the feed? True?"))
        .isZero();
  }

  private int ofFirst(String text) {
    Grade grade = grader.grade("## Causes\n\n" + text + "\n", List.of());
    return grade.criteria().stream()
        .filter(c -> c.id().equals("A1"))
        .findFirst()
        .orElseThrow()
        .level();
  }
}
