package lab.findings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import lab.findings.figures.FigureState;
import lab.findings.figures.FigureState.Verdict;
import lab.findings.figures.RecordedRun;
import lab.findings.grade.Grade;
import lab.findings.grade.Grader;
import org.junit.jupiter.api.Test;

class FiguresTest {
  private static final String BEFORE_AND_AFTER =
      "Before 1 of 900 was answered, after it 900 of 900.";
  private static final RecordedRun UNROUTED = checks("r-0005", "before", 42);

  private final Grader grader = new Grader(Rubrics.shipped());

  @Test
  void aFigureFromAfterDoesNotContradictARunFromBefore() {
    assertThat(words(BEFORE_AND_AFTER, UNROUTED))
        .containsExactly(
            "contradicts r-0005 (1 stated, 42 recorded)", "no such run after the change: cite one");
  }

  @Test
  void bothSidesMatchOnceEachHasItsRun() {
    var grade =
        grade(
            BEFORE_AND_AFTER,
            UNROUTED,
            checks("r-0006", "before", 1),
            checks("r-0007", "after", 900));
    assertThat(grade.figures())
        .extracting(FigureState::words)
        .containsExactly("matches r-0006", "matches r-0007");
    assertThat(grade.criteria().getLast().level()).isEqualTo(2);
  }

  @Test
  void aRunThatSentAllToAnotherModelShowsHowItIsAfter() {
    var grade =
        grade(BEFORE_AND_AFTER, checks("r-0006", "before", 1), checks("r-0008", "async", 900));
    assertThat(grade.figures())
        .extracting(FigureState::words)
        .containsExactly("matches r-0006", "matches r-0008");
    assertThat(grade.criteria().getLast().level()).isEqualTo(2);
  }

  @Test
  void aFigureThatDoesNotSayWhenContradictsNothing() {
    assertThat(words("We saw 450 of 900 checks answered.", UNROUTED))
        .containsExactly("no such run: cite one");
  }

  @Test
  void aFigureIsHeldAgainstTheNearestRunOfItsTime() {
    assertThat(
            words(
                "Before the change 40 of 900 checks were answered.",
                UNROUTED,
                checks("r-0009", "before", 1)))
        .containsExactly("contradicts r-0005 (40 stated, 42 recorded)");
  }

  @Test
  void allThatWereSentAreNotAllThatLived() {
    var dead = streams("r-0011", "before", 0);
    assertThat(words("All 80 streams stayed alive.", dead))
        .containsExactly("no such run: cite one");
    assertThat(words("80 of 80 streams.", dead)).containsExactly("no such run: cite one");
    assertThat(words("All 80 streams failed.", dead)).containsExactly("matches r-0011");
    assertThat(words("None of the 80 streams survived.", dead)).containsExactly("matches r-0011");
    assertThat(words("None of the 80 streams failed.", dead))
        .containsExactly("no such run: cite one");
    var alive = streams("r-0012", "after", 80);
    assertThat(words("Now all 80 streams are alive.", dead, alive))
        .containsExactly("matches r-0012");
    assertThat(words("None of the 80 streams failed.", dead, alive))
        .containsExactly("matches r-0012");
  }

  @Test
  void failedOnesAreCountedAsFailed() {
    assertThat(words("858 of 900 checks got an error.", UNROUTED))
        .containsExactly("matches r-0005");
    assertThat(words("858 of 900 checks were not answered.", UNROUTED))
        .containsExactly("matches r-0005");
    assertThat(words("858 of 900 checks were answered.", UNROUTED))
        .containsExactly("no such run: cite one");
  }

  @Test
  void aRunThatDoesNotCountIsNeitherMatchedNorContradictedInSilence() {
    var late = spoilt("r-0013", 7);
    assertThat(words("Before, 7 of 900 checks were answered.", late))
        .containsExactly("is of r-0013, which does not count: its load generator fell behind");
    assertThat(words("Before, 9 of 900 checks were answered.", late))
        .containsExactly("no such run before the change: cite one");
    assertThat(words("Before, 9 of 900 checks were answered (r-0013).", late))
        .containsExactly("is of r-0013, which does not count: its load generator fell behind");
    assertThat(words("Before, 7 of 900 checks were answered.", late, UNROUTED))
        .containsExactly("is of r-0013, which does not count: its load generator fell behind");
    assertThat(verdicts("Before, 42 of 900 checks were answered.", late, UNROUTED))
        .containsExactly(Verdict.MATCHES);
  }

  @Test
  void aVerificationThatIsCitedIsToldApartFromARun() {
    var verified = RecordedRun.ofVerification("r-0021");
    assertThat(words("Before, 42 of 900 checks were answered (r-0021).", verified, UNROUTED))
        .containsExactly(
            "is of r-0021, which does not count: it is a verification's, and lab run records what"
                + " counts");
    assertThat(words("Before, 42 of 900 checks were answered (r-0022).", verified, UNROUTED))
        .containsExactly("no such run: r-0022");
    assertThat(verdicts("Before, 42 of 900 checks were answered.", verified, UNROUTED))
        .containsExactly(Verdict.MATCHES);
  }

  @Test
  void figuresOfARunThatDoesNotCountEarnNothing() {
    var grade =
        grade(
            "Before 7 of 900 checks were answered, after it 900 of 900.",
            spoilt("r-0013", 7),
            checks("r-0014", "after", 900));
    assertThat(grade.criteria().getLast().level()).isEqualTo(1);
  }

  @Test
  void aRunOfAnotherModelDoesNotShowHowItWasBefore() {
    assertThat(words("All 80 streams were alive before.", streams("r-0021", "async", 80)))
        .containsExactly("no such run before the change: cite one");
  }

  @Test
  void twoStatusCodesAreNoShare() {
    assertThat(words("Before, users saw 502/504.", UNROUTED)).isEmpty();
  }

  @Test
  void aTimeNamedAtTheBeginningHoldsForTheFirstFigureHoweverFar() {
    assertThat(
            words(
                "So after the change we still lose more than half of it: only 280 of the 900 checks"
                    + " came through, about the same as before the change, when it was 42.",
                UNROUTED,
                checks("r-0007", "after", 900)))
        .contains("contradicts r-0007 (280 stated, 900 recorded)");
  }

  private List<String> words(String text, RecordedRun... runs) {
    return grade(text, runs).figures().stream().map(FigureState::words).toList();
  }

  private List<Verdict> verdicts(String text, RecordedRun... runs) {
    return grade(text, runs).figures().stream().map(FigureState::verdict).toList();
  }

  private Grade grade(String text, RecordedRun... runs) {
    return grader.grade("## Routing\n\n" + text + "\n", List.of(runs));
  }

  private static RecordedRun checks(String id, String phase, long ok) {
    return new RecordedRun(id, phase, "/check_feed", 900, ok, Map.of());
  }

  private static RecordedRun streams(String id, String phase, long ok) {
    return new RecordedRun(id, phase, "/stream_feed", 80, ok, Map.of());
  }

  private static RecordedRun spoilt(String id, long ok) {
    return new RecordedRun(
        id,
        "before",
        "/check_feed",
        900,
        ok,
        Map.of(),
        Optional.of("its load generator fell behind"));
  }
}
