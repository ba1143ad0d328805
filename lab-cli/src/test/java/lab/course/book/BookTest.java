package lab.course.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import lab.problem.ProblemException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BookTest {
  private static final String SECTIONS =
      """
      # Book
      By hand.
      <!-- stage:01-one:begin -->
      old
      <!-- stage:01-one:end -->
      Between.
      <!-- stage:02-two:begin -->
      <!-- stage:02-two:end -->
      """;

  @TempDir private Path exercises = Path.of("");

  @BeforeEach
  void stages() throws IOException {
    readme("01-one", "# One\n\n10<!--{rate}--> a second\n\n```\n# no heading\n```\n");
    readme("02-two", "# Two\n\n## Predict\n");
  }

  @Test
  void putsEachReadmeBetweenItsMarksAndTouchesNothingElse() {
    var book = new Book(SECTIONS).inStepWith(exercises).text();
    assertThat(book)
        .startsWith("# Book\nBy hand.\n<!-- stage:01-one:begin -->\n")
        .contains("\n## One\n\n10 a second\n\n```\n# no heading\n```\n<!-- stage:01-one:end -->")
        .contains("\nBetween.\n")
        .contains("\n## Two\n\n### Predict\n<!-- stage:02-two:end -->\n")
        .doesNotContain("old");
  }

  @Test
  void staysAsItIsWhenItIsInStep() throws IOException {
    var book = new Book(SECTIONS).inStepWith(exercises);
    assertThat(book.inStepWith(exercises)).isEqualTo(book);
    readme("02-two", "# Two\n\n## Predicted\n");
    assertThat(book.inStepWith(exercises)).isNotEqualTo(book);
  }

  @Test
  void namesEveryStageWithoutSectionAndEverySectionWithoutStage() throws IOException {
    readme("03-three", "# Three\n");
    Files.delete(exercises.resolve("02-two/README.md"));
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> new Book(SECTIONS).inStepWith(exercises))
        .satisfies(refused ->
            assertThat(refused.problems())
                .extracting(problem -> problem.what() + " " + problem.where())
                .containsExactly(
                    "The book has a section for a stage that is not there, or twice."
                        + " WORKBOOK.md:7",
                    "The book has no section for stage 03-three. WORKBOOK.md"));
  }

  @Test
  void refusesACheckoutWithoutABook() {
    assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> Book.read(exercises));
  }

  @Test
  void knowsWhatItShowsAsPrinted() {
    var book =
        new Book("text\n<!-- run: ./lab run hash -->\n```\n  ROUTE\n  ...\n```\n```\nother\n```\n");
    assertThat(book.printed())
        .containsExactly(new Book.Printed("./lab run hash", "  ROUTE\n  ...\n"));
  }

  private void readme(String id, String text) throws IOException {
    var folder = Files.createDirectories(exercises.resolve(id));
    Files.writeString(folder.resolve("README.md"), text);
  }
}
