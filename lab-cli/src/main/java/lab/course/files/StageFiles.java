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
import java.util.stream.Collectors;
import lab.course.Course;
import lab.course.journal.DiskProblem;
import lab.course.journal.Event;
import lab.course.journal.Journal;
import lab.course.journal.Progress;
import lab.course.stage.OwnedFile;
import lab.course.stage.Stage;
import lab.problem.Problem;
import lab.problem.UsageException;

/**
 * Acts on the learner's files. Each keeps them first, then puts itself on record, then changes
 * them, and only then puts on record what follows from it: stopped at any point, nothing is lost,
 * and the same act again completes it.
 */
public final class StageFiles {
  private static final int SHOWN = 8;

  private final Path root;
  private final Path state;
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
    this.state = state;
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
   * @param unknown files whose beginning is not known: the lab had not seen them before they could
   *     be edited
   */
  public record Done(
      Optional<String> snapshot, List<String> changed, List<String> left, List<String> unknown) {
    public Done {
      changed = List.copyOf(changed);
      left = List.copyOf(left);
      unknown = List.copyOf(unknown);
    }

    /** Nothing was to be done. */
    public static Done nothing() {
      return new Done(Optional.empty(), List.of(), List.of(), List.of());
    }

    /** The same, where a person knows already what was replaced. */
    public Done told() {
      return new Done(Optional.empty(), List.of(), left, unknown);
    }

    private Done leaving(List<String> files) {
      return new Done(snapshot, changed, files, unknown);
    }

    private Done notKnowing(List<String> files) {
      return new Done(snapshot, changed, left, files);
    }
  }

  /**
   * What was taken back.
   *
   * @param why the act, such as {@code reset 08}
   * @param files that were put back
   * @param snapshot how they were before
   */
  public record TakenBack(String why, List<String> files, String snapshot) {
    public TakenBack {
      files = List.copyOf(files);
    }
  }

  /**
   * Puts every file of a stage back to what it began with. A file that was not seen before is left
   * alone: what it holds may be the learner's own work.
   */
  public Done reset(Stage stage) {
    var wanted = new LinkedHashMap<String, byte[]>();
    var unknown = new ArrayList<String>();
    for (var owned : stage.owns()) {
      var starter = starters.of(stage, owned);
      starter.ifPresent(content -> wanted.put(owned.path(), content));
      if (starter.isEmpty() && owned.inStage()) {
        unknown.add(owned.path());
      }
    }
    try (var _ = UnderWay.act(state, "reset " + stage.number(), journal)) {
      return replace(wanted, "reset " + stage.number()).notKnowing(unknown);
    }
  }

  /**
   * Installs the reference answers of some stages, makes the files of the stage ready that the
   * learner goes to, and puts on record that they went. It is one act, and taken back as one.
   */
  public Done goWithReferences(List<Stage> stages, Stage to) {
    starters.putAway(course);
    var wanted = new LinkedHashMap<String, byte[]>();
    for (var stage : stages) {
      for (var owned : stage.owns()) {
        starters.solution(stage, owned).ifPresent(answer -> wanted.put(owned.path(), answer));
      }
    }
    var left =
        journal.progress().of(to.number()).begun().isEmpty()
            ? addStarters(to, wanted)
            : List.<String>of();
    var why = "goto " + to.number() + " --reference" + (stages.contains(to) ? " --this" : "");
    try (var _ = UnderWay.act(state, why, journal)) {
      var done = replace(wanted, why).leaving(left);
      journal.append(new Event.Went(to.number(), stages.stream().map(Stage::number).toList()));
      return done;
    }
  }

  /**
   * Makes the files of a stage ready when the learner comes to it: what is missing is installed,
   * and what is nobody's own work is replaced by the starter.
   */
  public Done begin(Stage stage) {
    starters.putAway(course);
    var wanted = new LinkedHashMap<String, byte[]>();
    var left = addStarters(stage, wanted);
    return replace(wanted, "begin " + stage.number()).leaving(left);
  }

  /**
   * Takes the last act back that was not yet; empty when there is none. Again and again, it goes
   * back through all of them.
   */
  public Optional<TakenBack> undo() {
    return journal
        .progress()
        .lastAct()
        .map(act -> {
          try (var _ = UnderWay.act(state, "undo", journal)) {
            var kept = keptForUndoOf(act);
            snapshots.putBack(act.snapshot());
            journal.append(new Event.Undone(act.snapshot()));
            return new TakenBack(act.why(), snapshots.files(act.snapshot()), kept);
          }
        });
  }

  /**
   * Puts the files of a snapshot back, as an act of its own.
   *
   * @param id such as {@code s-0003}
   * @return empty when they stand like that already
   * @throws UsageException when there is no such snapshot, with those that there are
   */
  public Optional<TakenBack> restore(String id) {
    if (!Snapshots.isName(id) || !Files.isDirectory(snapshots.folder(id))) {
      throw noSnapshot(id);
    }
    if (snapshots.stand(id, id)) {
      return Optional.empty();
    }
    var files = snapshots.files(id);
    try (var _ = UnderWay.act(state, "undo " + id, journal)) {
      var kept = snapshots.keep(files);
      journal.append(new Event.Kept(kept, files, "undo " + id));
      snapshots.putBack(id);
      return Optional.of(new TakenBack("undo " + id, files, kept));
    }
  }

  /** What stands now; after an undo that was stopped half-way, what stood before it. */
  private String keptForUndoOf(Progress.Act act) {
    return journal
        .progress()
        .interruptedUndo(act)
        .map(Progress.Act::snapshot)
        .filter(earlier -> snapshots.stand(earlier, act.snapshot()))
        .orElseGet(() -> {
          var files = snapshots.files(act.snapshot());
          var kept = snapshots.keep(files);
          journal.append(new Event.Undoing(kept, files, act.snapshot()));
          return kept;
        });
  }

  private UsageException noSnapshot(String id) {
    var acts = journal.progress().acts();
    var latest =
        acts.subList(Math.max(0, acts.size() - SHOWN), acts.size()).stream()
            .map(act -> act.snapshot() + " (before " + act.why() + ")")
            .collect(Collectors.joining(", "));
    return new UsageException(
        new Problem(
            "There is no snapshot '" + id.replaceAll("\\p{Cntrl}", "?") + "'.",
            snapshots.folder("").toString(),
            latest.isEmpty()
                ? "None was made yet: no command of the lab has replaced a file of yours."
                : "The latest: " + latest));
  }

  /**
   * Adds the starters of a stage to what is wanted.
   *
   * @return files that are the learner's own work, and so stay
   */
  private List<String> addStarters(Stage stage, Map<String, byte[]> wanted) {
    var left = new ArrayList<String>();
    for (var owned : stage.owns()) {
      var starter = starters.of(stage, owned);
      var current = current(owned.path());
      if (wanted.containsKey(owned.path())
          || starter.isEmpty()
          || current.filter(content -> Arrays.equals(content, starter.get())).isPresent()) {
        continue;
      }
      if (current.isEmpty() || isShipped(owned, current.get())) {
        wanted.put(owned.path(), starter.get());
      } else if (!owned.inStage()) {
        left.add(owned.path());
      }
    }
    return left;
  }

  /** Keeps the files that differ, tells the journal, and replaces them: all of them, or none. */
  private Done replace(Map<String, byte[]> wanted, String why) {
    var changed =
        wanted.entrySet().stream()
            .filter(entry ->
                current(entry.getKey())
                    .filter(content -> Arrays.equals(content, entry.getValue()))
                    .isEmpty())
            .map(Map.Entry::getKey)
            .toList();
    if (changed.isEmpty()) {
      return Done.nothing();
    }
    try (var replacement = new Replacement()) {
      for (var path : changed) {
        replacement.put(root.resolve(path), wanted.getOrDefault(path, new byte[0]));
      }
      var snapshot = snapshots.keep(changed);
      journal.append(new Event.Kept(snapshot, changed, why));
      replacement.commit();
      return new Done(Optional.of(snapshot), changed, List.of(), List.of());
    } catch (IOException e) {
      throw DiskProblem.of(root, e);
    }
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
