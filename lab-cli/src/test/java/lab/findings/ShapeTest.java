package lab.findings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import lab.findings.grade.CriterionGrade;
import lab.findings.grade.Grade;
import lab.findings.grade.Grader;
import org.junit.jupiter.api.Test;

/** What the shape of a text says: its parts, lines, rows, and what a sentence takes up again. */
class ShapeTest {
  private final Grader grader = new Grader(Rubrics.shipped());

  @Test
  void theFirstWordsOfAParagraphOpenAPart() {
    assertThat(
            levels(
                """
                Worker models. An event loop holds thousands of idle sockets on one thread.

                Routing. Checks: virtual. 25 are in flight, and each is over within 5 s.
                """))
        .containsEntry("C1", 2);
    assertThat(
            levels(
                """
                **So where did I put what?**

                Checks on virtual, where 25 are in flight.
                """))
        .containsEntry("C1", 2);
  }

  @Test
  void aLineThatHadRoomForTheNextWordWasMeantToEnd() {
    assertThat(
            levels(
                """
                ## Worker models

                prefork: one worker falls over and the other one is fine, so a crash stays local there, and that is worth a lot
                async: no thread for a quiet client, but do one fat hash in there and everyone is frozen
                java has no gil, so its threads do run at once
                """))
        .containsEntry("B6", 2);
  }

  @Test
  void whatWasSaidOfACodeIsOverWithItsParagraph() {
    assertThat(levels("We saw some 502s.\n\nThe index page died too."))
        .containsEntry("A3", 0)
        .containsEntry("A5", 1);
  }

  @Test
  void aPronounGoesOnAboutTheRoute() {
    assertThat(
            levels(
                """
                ## Routing

                `/` stays on prefork with the hash only, so it no longer depends on the feed.
                """))
        .containsEntry("C4", 2);
    assertThat(
            levels(
                """
                ## Routing

                The streams would never have come back from the pool; they are on the loop.
                """))
        .containsEntry("C2", 1);
  }

  @Test
  void aRouteBesideASlowOneIsNotAway() {
    var checks = "## Routing\n\nThe feed checks went to the pool, since 25 of them are in flight. ";
    assertThat(levels(checks + "The index page went to the pool.")).containsEntry("C4", 0);
    assertThat(levels(checks + "The index page went to prefork.")).containsEntry("C4", 1);
  }

  @Test
  void aRowThatIsRefusedDecidesNothing() {
    assertThat(
            levels(
                """
                ## Routing

                | route | candidate | verdict |
                |---|---|---|
                | stream | pool | 80 wanted, 40 there, never back. Out |
                | stream | loop | silence costs no thread. **Taken** |
                """))
        .containsEntry("C2", 2);
  }

  @Test
  void aRemarkOutsideThePartForDecisionsIsNone() {
    assertThat(
            levels(
                """
                We left 80 streams on the pool at first and half of them stood outside.

                ## Routing

                - /stream_feed: async
                """))
        .containsEntry("C2", 1);
  }

  @Test
  void aShortSentenceIsNotTakenForACopy() {
    assertThat(
            levels(
                "## Causes\n\nA stream has no end. The workers were not busy, they waited for the feed."))
        .containsEntry("A4", 1);
  }

  @Test
  void whateverArrivesIsCounted() {
    assertThat(
            levels(
                "## Causes\n\nTwo workers at 2.5 s make 0.8 patients a second, while ten patients a"
                    + " second walk in."))
        .containsEntry("A2", 2);
  }

  @Test
  void aBeliefMayTakeTwoSentences() {
    assertThat(beliefs("We raised proxy_read_timeout to an hour. After that all get through."))
        .containsExactly("M7");
    assertThat(beliefs("Start ten more workers. Then the streams run.")).containsExactly("M1");
    assertThat(beliefs("Start ten more workers. The next ten streams take those too.")).isEmpty();
    assertThat(
            beliefs(
                "Java threads run on several cores, which is not so in Python because of its GIL."
                    + " Starting a JVM costs time."))
        .isEmpty();
  }

  private Map<String, Integer> levels(String text) {
    return grade(text).criteria().stream()
        .collect(Collectors.toMap(CriterionGrade::id, CriterionGrade::level));
  }

  private List<String> beliefs(String text) {
    return grade(text).misconceptions().stream().map(Grade.Held::id).toList();
  }

  private Grade grade(String text) {
    return grader.grade(text, List.of());
  }
}
