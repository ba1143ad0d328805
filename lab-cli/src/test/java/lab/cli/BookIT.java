package lab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import lab.course.book.Book;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the book shows as printed is printed today, but for the numbers. */
@Tag("process")
@Timeout(180)
class BookIT {
  private static final Path PROJECT = Path.of(System.getProperty("lab.root"));

  /** Half a minute of the incident prints the same lines as a minute and a half. */
  private static final String[] SHORT = {"--duration", "30s"};

  @TempDir private Path folder = Path.of("");

  @ParameterizedTest
  @MethodSource("printed")
  void whatTheBookShowsIsStillPrinted(Book.Printed printed) throws IOException {
    var words = Stream.of(printed.command().split(" ", -1)).skip(1);
    var all = printed.command().contains(" run ") ? Stream.concat(words, Stream.of(SHORT)) : words;
    var done = LabBench.in(folder).lab(all.toArray(String[]::new));
    assertThat(done.exit()).as(done.err()).isZero();
    for (var part : printed.output().split("(?m)^\\.\\.\\.$", -1)) {
      assertThat(masked(done.out())).as(done.out()).contains(masked(part));
    }
  }

  @Test
  void isInStepWithTheStages() {
    var book = Book.read(PROJECT);
    assertThat(book).isEqualTo(book.inStepWith(PROJECT.resolve("exercises")));
  }

  static List<Book.Printed> printed() {
    var printed = Book.read(PROJECT).printed();
    assertThat(printed).isNotEmpty();
    return printed;
  }

  /** Without numbers and their units, and however the lines are broken. */
  private static String masked(String text) {
    return text.replaceAll("\\d+(\\.\\d+)?", "#").replaceAll("\\s+", " ").strip();
  }
}
