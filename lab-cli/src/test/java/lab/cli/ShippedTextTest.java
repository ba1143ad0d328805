package lab.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import lab.cli.course.CoursePages;
import lab.course.Course;
import lab.course.stage.Stage;
import lab.course.variation.Learner;
import lab.lint.Pages;
import lab.run.Scenario;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** What the stages and the book say of commands and of the time that is needed. */
class ShippedTextTest {
  private static final Path ROOT = Path.of("..");
  private static final Course COURSE = Course.load(ROOT.resolve("exercises"), Learner.anybody());
  private static final List<Stage> STAGES = COURSE.stages();
  private static final CoursePages PAGES = new CoursePages(COURSE);

  @ParameterizedTest
  @FieldSource("STAGES")
  void whatAMisconceptionSaysToSeeIsAWholeCommand(Stage stage) {
    for (var idea : stage.misconceptions()) {
      idea.see()
          .ifPresent(command ->
              assertThatCode(() -> Main.commandLine().parseArgs(command.split(" ")))
                  .as("%s, %s: lab %s", stage.id(), idea.id(), command)
                  .doesNotThrowAnyException());
      assertThat(idea.see().filter(command -> !isKnown(command)))
          .as("%s, %s: names what is not there", stage.id(), idea.id())
          .isEmpty();
    }
  }

  /** Whether what a command names is there: a page to explain, a scenario whose run is shown. */
  private static boolean isKnown(String command) {
    var words = command.split(" ", -1);
    return switch (words[0]) {
      case "explain" -> Pages.of(words[1]).or(() -> PAGES.page(words[1])).isPresent();
      case "show" ->
          Stream.of(Scenario.values()).anyMatch(scenario -> scenario.label().equals(words[1]));
      default -> true;
    };
  }

  @Test
  void aNameThatIsNotThereIsNoticed() {
    assertThat(isKnown("explain no-such-page")).isFalse();
    assertThat(isKnown("show check-fed")).isFalse();
    assertThat(isKnown("explain stream-buffered")).isTrue();
    assertThat(isKnown("explain 03")).isTrue();
  }

  private static long minutes(String track) {
    return STAGES.stream()
        .filter(stage -> stage.tracks().contains(track))
        .mapToLong(stage -> stage.length().toMinutes())
        .sum();
  }

  @Test
  void theBookSaysHowLongTheTracksAre() throws IOException {
    var stages =
        STAGES.stream()
            .filter(stage -> stage.tracks().contains("workshop-90"))
            .map(Stage::number)
            .toList();
    assertThat(Files.readString(ROOT.resolve("WORKBOOK.md")))
        .contains(
            "The short track: stages %s, about %d minutes."
                .formatted(String.join(", ", stages), minutes("workshop-90")),
            "All twelve: about %d hours".formatted(Math.round(minutes("full") / 60.0)));
  }
}
