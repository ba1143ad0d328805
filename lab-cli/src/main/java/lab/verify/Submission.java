package lab.verify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import lab.course.stage.OwnedFile;
import lab.course.stage.Stage;
import lab.course.stage.TriedAnswer;

/**
 * The files that are judged: a learner's own, or in their place those of a solution, or of another
 * answer that an author tries.
 *
 * @param root the checkout
 * @param stage whose files they are
 * @param instead where the owned files are looked for first, in order; none for the learner's own
 */
public record Submission(Path root, Stage stage, List<Path> instead) {
  public Submission {
    instead = List.copyOf(instead);
  }

  /** What the learner has made of it so far. */
  public static Submission ofLearner(Path root, Stage stage) {
    return new Submission(root, stage, List.of());
  }

  /** What a stage begins with. */
  public static Submission starter(Path root, Stage stage) {
    return new Submission(root, stage, List.of(stage.folder()));
  }

  /** The reference solution. */
  public static Submission solution(Path root, Stage stage) {
    return new Submission(root, stage, List.of(stage.solutions()));
  }

  /** A right or a wrong answer: its own files, and the solution's where it has none. */
  public static Submission tried(Path root, Stage stage, TriedAnswer answer) {
    return new Submission(
        root, stage, List.of(stage.folder().resolve(answer.folder()), stage.solutions()));
  }

  /**
   * The file that stands for a path.
   *
   * @param path from the checkout's root
   */
  public Path file(String path) {
    return stage.owns().stream()
        .filter(owned -> owned.path().equals(path))
        .findFirst()
        .flatMap(this::replaced)
        .orElse(root.resolve(path));
  }

  /** The file that stands for one of the stage's own folder. */
  public Path inStage(String relative) {
    return file("exercises/" + stage.id() + "/" + relative);
  }

  /**
   * The author's files as a learner would be given them: copied, with the learner's numbers in
   * place.
   *
   * @param into a folder for the copies
   * @throws IOException when they cannot be written
   */
  public Submission rendered(Path into) throws IOException {
    for (var owned : stage.owns()) {
      var file = replaced(owned);
      if (file.isPresent()) {
        var copy = into.resolve(owned.relative());
        Files.createDirectories(Optional.ofNullable(copy.getParent()).orElse(into));
        Files.write(copy, stage.numbers().in(Files.readAllBytes(file.get())));
      }
    }
    return new Submission(root, stage, List.of(into));
  }

  private Optional<Path> replaced(OwnedFile owned) {
    return instead.stream()
        .map(folder -> folder.resolve(owned.relative()))
        .filter(Files::isRegularFile)
        .findFirst();
  }
}
