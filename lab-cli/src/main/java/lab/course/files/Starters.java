package lab.course.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import lab.course.Course;
import lab.course.journal.DiskProblem;
import lab.course.stage.OwnedFile;
import lab.course.stage.Stage;

/**
 * What owned files begin with.
 *
 * <p>A file at the root has a starter of the same path in the stage's folder. A file in the stage's
 * own folder is its own starter: it is put away on first sight, before the learner has touched it.
 */
public final class Starters {
  private final Path root;
  private final Path seen;

  /**
   * The starters of a checkout.
   *
   * @param state its {@code .lab}
   */
  public Starters(Path root, Path state) {
    this.root = root;
    this.seen = state.resolve("snapshots").resolve("starter");
  }

  /** Puts every in-stage file away that was not seen before. */
  public void putAway(Course course) {
    try {
      for (var stage : course.stages()) {
        for (var owned : stage.owns()) {
          var away = seen.resolve(owned.path());
          if (owned.inStage() && !Files.exists(away) && Files.isRegularFile(owned.in(root))) {
            WholeFile.write(away, Files.readAllBytes(owned.in(root)));
          }
        }
      }
    } catch (IOException e) {
      throw DiskProblem.of(seen, e);
    }
  }

  /** What a file begins with in a stage, its numbers in place; empty when the stage ships none. */
  public Optional<byte[]> of(Stage stage, OwnedFile owned) {
    var file = owned.inStage() ? seen.resolve(owned.path()) : owned.shipped(root);
    return read(file).map(content -> owned.inStage() ? content : stage.numbers().in(content));
  }

  /** The reference solution of a file, its numbers in place; empty when there is none. */
  public Optional<byte[]> solution(Stage stage, OwnedFile owned) {
    return read(owned.solution(root)).map(content -> stage.numbers().in(content));
  }

  private static Optional<byte[]> read(Path file) {
    try {
      return Files.isRegularFile(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
    } catch (IOException e) {
      throw DiskProblem.of(file, e);
    }
  }
}
