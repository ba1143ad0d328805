package lab.course.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
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
 * One that already holds the reference solution is no starter, wherever it was put away.
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

  /**
   * Puts every in-stage file away that was not seen before. To be called before anything of the lab
   * writes to such a file: what it holds now then counts as what the course ships.
   */
  public void putAway(Course course) {
    try {
      for (var stage : course.stages()) {
        for (var owned : stage.owns()) {
          var current = owned.inStage() ? read(owned.in(root)) : Optional.<byte[]>empty();
          if (current.isPresent()
              && !isAnswer(stage, owned, current.get())
              && of(stage, owned).isEmpty()) {
            WholeFile.write(seen.resolve(owned.path()), current.get());
          }
        }
      }
    } catch (IOException e) {
      throw DiskProblem.of(seen, e);
    }
  }

  /**
   * What a file begins with in a stage, its numbers in place; empty when the stage ships none, or
   * when the lab has not seen the file before it was edited.
   */
  public Optional<byte[]> of(Stage stage, OwnedFile owned) {
    return owned.inStage()
        ? read(seen.resolve(owned.path())).filter(content -> !isAnswer(stage, owned, content))
        : read(owned.shipped(root)).map(content -> stage.numbers().in(content));
  }

  /** A file that holds the reference solution was installed or written; no stage begins so. */
  private boolean isAnswer(Stage stage, OwnedFile owned, byte[] content) {
    return solution(stage, owned).filter(answer -> Arrays.equals(answer, content)).isPresent();
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
