package lab.findings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import lab.findings.bench.Labelled;
import lab.findings.grade.CriterionGrade;
import lab.findings.grade.Grade;
import lab.findings.grade.Grader;
import lab.findings.rubric.Rubric;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MutationTest {
  private static final int HIGH = 26;
  private static final List<String> MODELS = List.of("B1", "B2", "B5", "B6");

  private static final Rubric RUBRIC = Rubrics.shipped();
  private static final Grader GRADER = new Grader(RUBRIC);

  /** To find them takes longer than all that is done with them. */
  private static final List<Labelled> GOOD_ONES = goodOnes();

  @ParameterizedTest
  @EnumSource(Mutation.class)
  void aSpoiltWriteUpKeepsLittleOfItsScore(Mutation mutation) {
    int before = 0;
    int after = 0;
    for (var good : GOOD_ONES) {
      before += points(GRADER.grade(good.markdown(), List.of()));
      after += points(GRADER.grade(mutation.spoil(good.markdown()), List.of()));
    }
    assertThat(100 * after / before).isLessThanOrEqualTo(mutation.mostPercent());
  }

  @Test
  void rightWordsUnderTheWrongModelKeepLittle() {
    int before = 0;
    int after = 0;
    for (var good : GOOD_ONES) {
      before += models(GRADER.grade(good.markdown(), List.of()));
      after += models(GRADER.grade(Mutation.swappedModels(good.markdown()), List.of()));
    }
    assertThat(100 * after / before).isLessThanOrEqualTo(40);
  }

  @Test
  void aListOfKeyWordsEarnsNothing() {
    var text =
        """
        ## Causes
        blocked worker; one request at a time; 0.8 req/s; backlog; 502 killed worker; 504 read timeout; endless stream

        ## Worker models
        crash isolation; process memory; thread pool limit; race conditions; event loop; idle sockets; no GIL

        ## Routing
        pool 25 in flight; async streams; prefork hashing; isolated index; cache; trade-offs
        """;
    assertThat(points(GRADER.grade(text, List.of()))).isZero();
  }

  @Test
  void theRubricsOwnTextEarnsNothing() {
    var pasted = String.join("\n\n", RUBRIC.shipped().stream().sorted().toList());
    assertThat(points(GRADER.grade("## Causes\n\n" + pasted, List.of()))).isZero();
  }

  @Test
  void theExamplesOfTheRubricEarnNothingWhenTheyAreHandedInTogether() {
    var pasted = String.join("\n\n", RUBRIC.examples().stream().sorted().toList());
    assertThat(points(GRADER.grade("## Causes\n\n" + pasted, List.of()))).isZero();
  }

  private static List<Labelled> goodOnes() {
    var folder = Rubrics.exercises().resolveSibling("lab-cli/src/test/resources/findings");
    var good =
        Stream.of("batch1", "batch2", "batch3", "batch4", "batch5", "batch6", "batch7")
            .flatMap(batch -> Labelled.all(Path.of(folder.toString(), batch)).stream())
            .filter(each -> points(GRADER.grade(each.markdown(), List.of())) >= HIGH)
            .toList();
    assertThat(good).hasSizeGreaterThan(20);
    return good;
  }

  private static int points(Grade grade) {
    return grade.criteria().stream().filter(c -> !c.isOpen()).mapToInt(CriterionGrade::level).sum();
  }

  private static int models(Grade grade) {
    return grade.criteria().stream()
        .filter(c -> MODELS.contains(c.id()))
        .mapToInt(CriterionGrade::level)
        .sum();
  }
}
