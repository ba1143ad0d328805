package lab.course.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lab.course.Course;
import lab.course.journal.DiskProblem;
import lab.course.journal.Event;
import lab.course.journal.Journal;
import lab.course.journal.Progress;
import lab.course.stage.OwnedFile;
import lab.course.stage.Stage;

/**
 * Acts on the learner's files. Each keeps them first, then puts itself on record, then changes
 * them: stopped at any point, nothing is lost.
 */
public final class StageFiles {
  private final Path root;
  private final Course course;
  private final Journal journal;
  private final Snapshots snapshots;
  private final Starters starters;

  /**
   * The files of a checkout.
   *
   * @param state its {@code .lab}
   */
  public StageFiles(Path root, Path state, Course course, Journal journal) {
    this.root = root;
    this.course = course;
    this.journal = journal;
    this.snapshots = new Snapshots(root, state);
    this.starters = new Starters(root, state);
  }

  /**
   * What was done.
   *
   * @param snapshot how the files were before; empty when nothing was replaced
   * @param changed the files that were written
   * @param left files that are the learner's own work and were left alone, though the stage has a
   *     starter for them
   */
  public record Done(Optional<String> snapshot, List<String> changed, List<String> left) {
    public Done {
      changed = List.copyOf(changed);
      left = List.copyOf(left);
    }
  }

  /** Puts every file of a stage back to what it began with. */
  public Done reset(Stage stage) {
    var wanted = new LinkedHashMap<String, byte[]>();
    stage
        .owns()
        .forEach(owned ->
            starters.of(stage, owned).ifPresent(content -> wanted.put(owned.path(), content)));
    return replace(wanted, "reset " + stage.number(), List.of());
  }

  /** Installs the reference answers of some stages, and puts on record that the learner goes on. */
  public Done installReferences(List<Stage> stages, Stage to) {
    var wanted = new LinkedHashMap<String, byte[]>();
    for (var stage : stages) {
      stage
          .owns()
          .forEach(owned ->
              starters
                  .solution(stage, owned)
                  .ifPresent(content -> wanted.put(owned.path(), content)));
    }
    return replace(
        wanted,
        "goto " + to.number() + " --reference",
        List.of(new Event.Went(to.number(), stages.stream().map(Stage::number).toList())));
  }

  /**
   * Makes the files of a stage ready when the learner comes to it: what is missing is installed,
   * and what is nobody's own work is replaced by the starter.
   */
  public Done begin(Stage stage) {
    starters.putAway(course);
    var wanted = new LinkedHashMap<String, byte[]>();
    var left = new ArrayList<String>();
    for (var owned : stage.owns()) {
      var starter = starters.of(stage, owned);
      var current = current(owned.path());
      if (starter.isEmpty()
          || current.filter(content -> Arrays.equals(content, starter.get())).isPresent()) {
        continue;
      }
      if (current.isEmpty() || isShipped(owned, current.get())) {
        wanted.put(owned.path(), starter.get());
      } else if (!owned.inStage()) {
        left.add(owned.path());
      }
    }
    var done = replace(wanted, "begin " + stage.number(), List.of());
    return new Done(done.snapshot(), done.changed(), left);
  }

  /** Takes the last act back; empty when there is none. */
  public Optional<Progress.Act> undo() {
    var last = journal.progress().lastAct();
    last.ifPresent(act -> {
      var files = snapshots.files(act.snapshot());
      var before = snapshots.keep(files);
      journal.append(
          List.of(
              new Event.Kept(before, files, "undo of " + act.why()),
              new Event.Undone(act.snapshot())));
      snapshots.putBack(act.snapshot());
    });
    return last;
  }

  /** Keeps files, tells the journal, and replaces those that differ. */
  private Done replace(Map<String, byte[]> wanted, String why, List<Event> also) {
    var changed =
        wanted.entrySet().stream()
            .filter(entry ->
                current(entry.getKey())
                    .filter(content -> Arrays.equals(content, entry.getValue()))
                    .isEmpty())
            .map(Map.Entry::getKey)
            .toList();
    var events = new ArrayList<Event>();
    Optional<String> snapshot = Optional.empty();
    if (!changed.isEmpty()) {
      snapshot = Optional.of(snapshots.keep(changed));
      events.add(new Event.Kept(snapshot.get(), changed, why));
    }
    events.addAll(also);
    if (!events.isEmpty()) {
      journal.append(events);
    }
    try {
      for (var path : changed) {
        WholeFile.write(root.resolve(path), wanted.getOrDefault(path, new byte[0]));
      }
    } catch (IOException e) {
      throw DiskProblem.of(root, e);
    }
    return new Done(snapshot, changed, List.of());
  }

  /** Whether a content is one that the course itself ships for a file: nobody's own work. */
  private boolean isShipped(OwnedFile file, byte[] content) {
    return course.stages().stream()
        .flatMap(stage ->
            stage.owns().stream()
                .filter(owned -> owned.path().equals(file.path()))
                .flatMap(owned -> starters.of(stage, owned).stream()))
        .anyMatch(known -> Arrays.equals(known, content));
  }

  private Optional<byte[]> current(String path) {
    var file = root.resolve(path);
    try {
      return Files.isRegularFile(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
    } catch (IOException e) {
      throw DiskProblem.of(file, e);
    }
  }
}
