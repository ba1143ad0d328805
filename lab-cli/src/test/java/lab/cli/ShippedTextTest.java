package lab.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import lab.course.Course;
import lab.course.stage.Stage;
import lab.course.variation.Learner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** What the stages and the book say of commands and of the time that is needed. */
class ShippedTextTest {
  private static final Path ROOT = Path.of("..");
  private static final List<Stage> STAGES =
      Course.load(ROOT.resolve("exercises"), Learner.anybody()).stages();

  @ParameterizedTest
  @FieldSource("STAGES")
  void whatAMisconceptionSaysToSeeIsAWholeCommand(Stage stage) {
    for (var idea : stage.misconceptions()) {
      idea.see()
          .ifPresent(command ->
              assertThatCode(() -> Main.commandLine().parseArgs(command.split(" ")))
                  .as("%s, %s: lab %s", stage.id(), idea.id(), command)
                  .doesNotThrowAnyException());
    }
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
