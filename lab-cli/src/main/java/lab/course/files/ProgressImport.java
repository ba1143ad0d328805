package lab.course.files;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import lab.course.journal.DiskProblem;
import lab.course.journal.Event;
import lab.course.journal.Journal;

/**
 * Puts the progress of another machine in the place of this one's, which is set aside as a whole.
 */
public final class ProgressImport {
  private final Path root;
  private final Path state;

  public ProgressImport(Path root, Path state) {
    this.root = root;
    this.state = state;
  }

  /**
   * What was done.
   *
   * @param aside where journal and runs of this machine are now; empty when there were none
   * @param snapshot how the owned files were before
   * @param events lines of the journal that was taken in
   */
  public record Done(Optional<Path> aside, String snapshot, int events) {}

  /**
   * Takes a progress in. Stopped at any point, the old one is in the folder it was set aside to.
   */
  public Done take(ProgressArchive.Content content) {
    try {
      var snapshots = new Snapshots(root, state);
      var paths = List.copyOf(content.files().keySet());
      var snapshot = snapshots.keep(paths);
      var aside = setAside();
      for (var run : content.runs().entrySet()) {
        WholeFile.write(state.resolve("runs").resolve(run.getKey()), run.getValue());
      }
      for (var file : content.files().entrySet()) {
        WholeFile.write(root.resolve(file.getKey()), file.getValue());
      }
      // Last, because from then on the new progress counts.
      WholeFile.write(
          state.resolve("journal.ndjson"), content.journal().getBytes(StandardCharsets.UTF_8));
      var journal = Journal.open(state, Clock.systemUTC());
      int events = journal.entries().size();
      journal.append(
          List.of(new Event.Imported(events), new Event.Kept(snapshot, paths, "state import")));
      return new Done(aside, snapshot, events);
    } catch (IOException e) {
      throw DiskProblem.of(state, e);
    }
  }

  private Optional<Path> setAside() throws IOException {
    var journal = state.resolve("journal.ndjson");
    var runs = state.resolve("runs");
    if (!Files.exists(journal) && !Files.exists(runs)) {
      return Optional.empty();
    }
    int number = 1;
    while (Files.exists(state.resolve("before-import-" + number))) {
      number++;
    }
    var aside = Files.createDirectory(state.resolve("before-import-" + number));
    if (Files.exists(runs)) {
      Files.move(runs, aside.resolve("runs"));
    }
    if (Files.exists(journal)) {
      Files.copy(journal, aside.resolve("journal.ndjson"));
    }
    return Optional.of(aside);
  }
}
