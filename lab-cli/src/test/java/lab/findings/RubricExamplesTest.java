package lab.findings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import lab.findings.document.WriteUpReader;
import lab.findings.match.FacetFinder;
import lab.findings.match.Reader;
import lab.findings.rubric.Facet;
import lab.findings.rubric.Rubric;
import lab.findings.rubric.RubricLint;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class RubricExamplesTest {
  private static final Map<Character, String> HEADINGS =
      Map.of('A', "## Causes", 'B', "## Worker models", 'C', "## Routing");

  private final Rubric rubric = Rubrics.shipped();

  @TestFactory
  Stream<DynamicTest> everyExampleOfAFacetShowsItAndEveryCounterexampleDoesNot() {
    var ofCriteria =
        rubric.criteria().stream()
            .flatMap(criterion ->
                Stream.concat(
                        criterion.facets().values().stream(), criterion.wrong().values().stream())
                    .flatMap(facet ->
                        tests(
                            criterion.id(),
                            HEADINGS.getOrDefault(criterion.id().charAt(0), ""),
                            facet)));
    var ofMisconceptions =
        rubric.misconceptions().stream().flatMap(each -> tests("", "## Notes", each.claim()));
    return Stream.concat(ofCriteria, ofMisconceptions);
  }

  @Test
  void noFacetWantsForExamples() {
    assertThat(RubricLint.complaints(rubric)).isEmpty();
  }

  private Stream<DynamicTest> tests(String criterion, String heading, Facet facet) {
    var name = criterion + " " + facet.name() + ": ";
    return Stream.concat(
        facet.yes().stream()
            .map(text ->
                DynamicTest.dynamicTest(
                    name + text, () -> assertThat(shows(heading, text, facet)).isTrue())),
        facet.no().stream()
            .map(text ->
                DynamicTest.dynamicTest(
                    name + "not: " + text,
                    () -> assertThat(shows(heading, text, facet)).isFalse())));
  }

  private boolean shows(String heading, String text, Facet facet) {
    var lexicon = rubric.lexicon();
    var writeUp = new WriteUpReader(lexicon.tokenizer()).read(heading + "\n\n" + text + "\n");
    var finder = new FacetFinder(lexicon, new Reader(lexicon).read(writeUp));
    return List.copyOf(finder.find(facet)).size() > 0;
  }
}
