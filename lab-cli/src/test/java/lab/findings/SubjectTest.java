package lab.findings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import lab.findings.grade.CriterionGrade;
import lab.findings.grade.Grader;
import org.junit.jupiter.api.Test;

/** Whom a sentence is about when it does not say the name. */
class SubjectTest {
  private final Grader grader = new Grader(Rubrics.shipped());

  @Test
  void itIsWhoeverWasNamedLast() {
    assertThat(
            models(
                "An event loop is something else. It holds thousands of idle sockets on one thread."
                    + " That one must never compute, since everybody waits then."))
        .containsEntry("B5", 2)
        .containsEntry("B6", 2)
        .containsEntry("B1", 0);
  }

  @Test
  void ordinalsCountTheModelsOfTheLastSentenceThatNamedSeveral() {
    assertThat(
            models(
                "There are three: prefork, a thread pool and an event loop. The second shares memory,"
                    + " so you need locks. The first is simple, and a crash costs one request only."
                    + " The third must not compute, or everyone waits."))
        .containsEntry("B1", 2)
        .containsEntry("B4", 2)
        .containsEntry("B6", 2)
        .containsEntry("B5", 0);
    assertThat(
            models(
                "We compared prefork and a pool. The former isolates crashes, so the others carry on."
                    + " The latter needs locks because objects are shared."))
        .containsEntry("B1", 2)
        .containsEntry("B4", 2);
  }

  @Test
  void ordinalsCountTheItemsOfAListAboveThem() {
    assertThat(
            models(
                """
                - Prefork: robust.
                - Thread pool: many at once.
                - Event loop: fast.

                The last one costs no thread per idle client. The first one needs a process for each.
                """))
        .containsEntry("B2", 2)
        .containsEntry("B5", 2);
  }

  @Test
  void theFirstRequestIsNoModel() {
    assertThat(
            models(
                "Prefork and a pool differ. In a pool the first request takes a thread and needs locks"
                    + " because data is shared."))
        .containsEntry("B4", 2);
  }

  @Test
  void nicknamesAreNames() {
    assertThat(
            models(
                "The forking server is easy to understand. The threaded guy overlaps many waits with"
                    + " the same blocking code. The looping one holds thousands of idle clients."))
        .containsEntry("B1", 1)
        .containsEntry("B3", 2)
        .containsEntry("B5", 1);
  }

  @Test
  void aDescriptionStandsForAModelOnlyWhereNoneIsNamed() {
    var claim = "Separate processes isolate crashes, so the others carry on.";
    assertThat(models(claim)).containsEntry("B1", 2);
    assertThat(models("With async it is like this. " + claim)).containsEntry("B1", 0);
  }

  @Test
  void everythingIsEveryRoute() {
    var levels =
        levels(
            "## Routing\n\nI put everything on virtual threads, because 25 checks are in flight and"
                + " each thread comes back within five seconds.\n");
    assertThat(levels)
        .containsEntry("C1", 2)
        .containsEntry("C2", 1)
        .containsEntry("C3", 0)
        .containsEntry("C4", 0);
    assertThat(levels("## Routing\n\nAll four routes go to prefork, that is one line.\n"))
        .containsEntry("C2", 0)
        .containsEntry("C3", 1);
  }

  private Map<String, Integer> models(String text) {
    return levels("## Worker models\n\n" + text + "\n");
  }

  private Map<String, Integer> levels(String text) {
    return grader.grade(text, List.of()).criteria().stream()
        .collect(Collectors.toMap(CriterionGrade::id, CriterionGrade::level));
  }
}
