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

  private static final List<Graded> GOOD_ONES = goodOnes();

  /** A write-up and its grade, which is asked for in every case. */
  private record Graded(String markdown, Grade grade) {}

  @ParameterizedTest
  @EnumSource(Mutation.class)
  void aSpoiltWriteUpKeepsLittleOfItsScore(Mutation mutation) {
    int before = 0;
    int after = 0;
    for (var good : GOOD_ONES) {
      before += points(good.grade());
      after += points(GRADER.grade(mutation.spoil(good.markdown()), List.of()));
    }
    assertThat(100 * after / before).isLessThanOrEqualTo(mutation.mostPercent());
  }

  @Test
  void rightWordsUnderTheWrongModelKeepLittle() {
    int before = 0;
    int after = 0;
    for (var good : GOOD_ONES) {
      before += models(good.grade());
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

  private static List<Graded> goodOnes() {
    var folder = Rubrics.exercises().resolveSibling("lab-cli/src/test/resources/findings");
    var good =
        Stream.of("batch1", "batch2", "batch3", "batch4", "batch5", "batch6", "batch7")
            .flatMap(batch -> Labelled.all(Path.of(folder.toString(), batch)).stream())
            .map(Labelled::markdown)
            .map(text -> new Graded(text, GRADER.grade(text, List.of())))
            .filter(each -> points(each.grade()) >= HIGH)
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
