package lab.findings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import lab.findings.cite.Citation;
import lab.findings.figures.FigureState;
import lab.findings.figures.RecordedRun;
import lab.findings.grade.Grader;
import org.junit.jupiter.api.Test;

class CitationTest {
  private static final RecordedRun BEFORE =
      new RecordedRun(
          "r-0001", "before", "/check_feed", 900, 51, Map.of("e502", 33.0, "e504", 816.0));
  private static final RecordedRun AFTER =
      new RecordedRun("r-0002", "after", "/check_feed", 900, 900, Map.of());

  @Test
  void aCitedRunStandsAtTheEndOfItsSection() {
    var placed =
        Citation.of(List.of(BEFORE))
            .into("# Findings\n\n## Routing\n\nText.\n\n## Notes\n\nMore.\n", "routing");
    assertThat(placed.line()).isEqualTo(7);
    assertThat(placed.text())
        .isEqualTo(
            """
            # Findings

            ## Routing

            Text.

            - before: `/check_feed` 51 of 900 answered well, 33 502s, 816 504s (r-0001)

            ## Notes

            More.
            """);
  }

  @Test
  void aSecondOneJoinsTheList() {
    var one = Citation.of(List.of(BEFORE)).into("## Routing\n\nText.\n", "routing").text();
    var two = Citation.of(List.of(AFTER)).into(one, "routing");
    assertThat(two.line()).isEqualTo(6);
    assertThat(two.text())
        .endsWith("(r-0001)\n- after: `/check_feed` 900 of 900 answered well (r-0002)\n");
  }

  @Test
  void linesEndAsTheyDidAndOthersAreLeftAlone() {
    var text = "# Findings\r\n\r\n## Routing\r\n\r\nText.  \r\n\r\n## Notes\nMore.";
    var placed = Citation.of(List.of(AFTER)).into(text, "routing");
    assertThat(placed.line()).isEqualTo(7);
    var cited = "- after: `/check_feed` 900 of 900 answered well (r-0002)\r\n\r\n";
    assertThat(placed.text()).isEqualTo(text.replace("## Notes", cited + "## Notes"));
  }

  @Test
  void anEmptyWriteUpGetsTheLinesAlone() {
    assertThat(Citation.of(List.of(AFTER)).into("", "routing"))
        .isEqualTo(
            new Citation.Placed("- after: `/check_feed` 900 of 900 answered well (r-0002)\n", 1));
  }

  @Test
  void withoutTheSectionItStandsAtTheEnd() {
    assertThat(Citation.of(List.of(AFTER)).into("Text.\n", "routing").text())
        .isEqualTo("Text.\n\n- after: `/check_feed` 900 of 900 answered well (r-0002)\n");
  }

  @Test
  void whatIsCitedMatchesItsRun() {
    var text = Citation.of(List.of(BEFORE, AFTER)).into("## Routing\n\n", "routing").text();
    var grade = new Grader(Rubrics.shipped()).grade(text, List.of(BEFORE, AFTER));
    assertThat(grade.figures()).hasSizeGreaterThanOrEqualTo(2).allMatch(FigureState::isCited);
    assertThat(grade.figures()).allMatch(FigureState::agrees);
    assertThat(grade.criteria().getLast().level()).isEqualTo(2);
  }

  @Test
  void aFigureThatNamesAnotherRunContradictsIt() {
    var grade =
        new Grader(Rubrics.shipped())
            .grade("## Routing\n\nChecks: 51 of 900 (r-0002).\n", List.of(BEFORE, AFTER));
    assertThat(grade.figures())
        .singleElement()
        .extracting(FigureState::words)
        .isEqualTo("contradicts r-0002 (51 stated, 900 recorded)");
  }

  @Test
  void aFigureOfARunThatIsNotThereIsSaidToBeOfNone() {
    var grade =
        new Grader(Rubrics.shipped())
            .grade("## Routing\n\nChecks: 51 of 900 (r-0077).\n", List.of(BEFORE));
    assertThat(grade.figures())
        .singleElement()
        .extracting(FigureState::words)
        .isEqualTo("no such run: r-0077");
  }
}
