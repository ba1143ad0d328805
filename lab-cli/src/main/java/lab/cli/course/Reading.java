package lab.cli.course;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import lab.course.stage.Stage;
import lab.course.stage.StageText;

/**
 * Where the text of a stage is read. A README shows the numbers of the original incident; a learner
 * with numbers of their own is never sent there.
 *
 * @param desk whose learner reads
 * @param stage to read about
 */
record Reading(Desk desk, Stage stage) {
  /**
   * The file to read: the README, or a copy of it with the learner's numbers, which is written anew
   * each time. Empty where that cannot be written; {@code lab explain} shows the text all the same.
   */
  Optional<Path> file() {
    if (desk.journal().progress().learner().name().isEmpty()) {
      return Optional.of(stage.folder().resolve("README.md"));
    }
    var copy = desk.workspace().state().resolve("reading").resolve(stage.id() + ".md");
    try {
      Files.createDirectories(copy.getParent());
      Files.write(copy, StageText.of(stage).text().getBytes(StandardCharsets.UTF_8));
      return Optional.of(copy);
    } catch (IOException notToBeWritten) {
      return Optional.empty();
    }
  }
}
