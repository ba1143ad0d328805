package lab.course.files;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import lab.course.Course;
import lab.course.journal.DiskProblem;
import lab.course.journal.FolderLock;
import lab.problem.ProblemException;

/**
 * Puts the progress of another machine in the place of this one's, which is set aside as a whole.
 *
 * <p>It is all or nothing. The new progress is written beside the old one first; then they change
 * places, by renaming. What cannot be done is moved back, and a lab that finds an import which was
 * stopped in between brings it to one end or the other: see {@link #settle}.
 */
public final class ProgressImport {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Path root;
  private final Path state;

  public ProgressImport(Path root, Path state) {
    this.root = root;
    this.state = state;
  }

  /**
   * What was done.
   *
   * @param aside where journal, runs and answers of this machine are now; empty when there were
   *     none
   * @param snapshot how the owned files were before
   * @param events lines of the journal that was taken in
   */
  public record Done(Optional<Path> aside, String snapshot, int events) {}

  /**
   * Takes a progress in.
   *
   * @param course whose files are put away first: what they hold here is what it ships
   * @throws ProblemException when it cannot be done; everything is then as it was
   */
  public Done take(ProgressArchive.Content content, Course course) {
    try (var _ = FolderLock.take(state, PATIENCE)) {
      new Starters(root, state).putAway(course);
      var swap = new ImportSwap(root, state);
      swap.settle();
      try (var files = new Replacement()) {
        for (var file : content.files().entrySet()) {
          files.put(root.resolve(file.getKey()), file.getValue());
        }
        var snapshot = new Snapshots(root, state).keep(content.paths());
        int events = swap.prepare(content, snapshot);
        swap.changePlaces();
        files.commit();
        return new Done(swap.finish(), snapshot, events);
      } catch (IOException | ProblemException e) {
        giveUp(swap, e);
        throw e;
      }
    } catch (IOException e) {
      throw DiskProblem.of(state, e);
    }
  }

  private static void giveUp(ImportSwap swap, Exception cause) {
    try {
      swap.giveUp();
    } catch (IOException alsoThat) {
      // The next lab settles it.
      cause.addSuppressed(alsoThat);
    }
  }

  /**
   * Brings an import to its end that was stopped: back, unless its journal counts already.
   *
   * @return what a person should hear of it; empty when there is none
   */
  public Optional<String> settle() {
    var swap = new ImportSwap(root, state);
    if (!swap.isUnderWay()) {
      return Optional.empty();
    }
    try (var _ = FolderLock.take(state, Duration.ZERO)) {
      return swap.settle();
    } catch (IOException | ProblemException notNow) {
      return Optional.of(
          "An import of progress is going on, or was stopped: what was here before is in "
              + swap.folder()
              + ".");
    }
  }
}
