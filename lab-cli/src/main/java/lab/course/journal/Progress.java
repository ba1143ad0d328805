package lab.course.journal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import lab.check.spec.AskedRun;
import lab.course.variation.Learner;

/**
 * Where the learner stands: what follows from the journal, and nothing else.
 *
 * @param learner whose numbers stand in the texts
 * @param stage number of the stage where the learner is; empty before the first
 * @param stages what happened, by number; a stage where nothing happened is absent
 * @param runs every run, oldest first
 * @param acts snapshots made before something was done to files, oldest first
 */
public record Progress(
    Learner learner,
    Optional<String> stage,
    Map<String, StageProgress> stages,
    List<Run> runs,
    List<Act> acts) {
  public Progress {
    stages = Collections.unmodifiableMap(new TreeMap<>(stages));
    runs = List.copyOf(runs);
    acts = List.copyOf(acts);
  }

  /**
   * A run of {@code lab run}.
   *
   * @param blockingFeed empty where the journal does not say
   */
  public record Run(
      String id,
      String scenario,
      String upstream,
      Optional<Boolean> blockingFeed,
      Instant at,
      boolean complete) {
    /** Whether it is the one that is asked for, or may be, as far as the journal tells. */
    public boolean mayBe(AskedRun asked) {
      return asked.isMadeBy(scenario, upstream, blockingFeed.orElse(true));
    }
  }

  /**
   * Something that was done to files.
   *
   * @param snapshot of how they were before
   * @param undone whether it was taken back
   * @param undoes the snapshot of the act that it takes back; empty for an act of its own
   */
  public record Act(
      String snapshot,
      List<String> files,
      String why,
      Instant at,
      boolean undone,
      Optional<String> undoes) {
    public Act {
      files = List.copyOf(files);
    }

    private Act takenBack() {
      return new Act(snapshot, files, why, at, true, undoes);
    }
  }

  /** Replays a journal. */
  public static Progress of(List<Entry> entries) {
    var replay = new Replay();
    entries.forEach(replay::take);
    return replay.progress();
  }

  /** What happened in a stage. */
  public StageProgress of(String number) {
    return stages.getOrDefault(number, StageProgress.none());
  }

  /**
   * The latest act that was not taken back. Taking back is no act of its own, so that one after the
   * other is reached.
   */
  public Optional<Act> lastAct() {
    return acts.reversed().stream()
        .filter(act -> !act.undone() && act.undoes().isEmpty())
        .findFirst();
  }

  /** What was kept to take an act back, where the lab was stopped before that was done. */
  public Optional<Act> interruptedUndo(Act act) {
    return acts.reversed().stream()
        .filter(_ -> !act.undone())
        .filter(one -> one.undoes().filter(act.snapshot()::equals).isPresent())
        .findFirst();
  }

  /** Replays entries one by one. */
  private static final class Replay {
    private final Map<String, StageProgress> stages = new TreeMap<>();
    private final List<Run> runs = new ArrayList<>();
    private final List<Act> acts = new ArrayList<>();
    private Learner learner = Learner.anybody();
    private Optional<String> stage = Optional.empty();

    private void take(Entry entry) {
      var at = entry.at();
      switch (entry.event()) {
        case Event.Named(var name, var salt) -> learner = new Learner(Optional.of(name), salt);
        case Event.Begun(var number) -> change(number, StageChange.begun(of(number), at));
        case Event.Moved(var number) -> stage = Optional.of(number);
        case Event.Predicted one ->
            change(one.stage(), StageChange.predicted(of(one.stage()), one, at));
        case Event.Ran one ->
            runs.add(
                new Run(
                    one.run(),
                    one.scenario(),
                    one.upstream(),
                    one.blockingFeed(),
                    at,
                    one.complete()));
        case Event.Verified one ->
            change(one.stage(), StageChange.verified(of(one.stage()), one, at));
        case Event.Checked one -> change(one.stage(), StageChange.checked(of(one.stage()), one));
        case Event.Hinted one -> change(one.stage(), StageChange.hinted(of(one.stage()), one));
        case Event.Went(var number, var assisted) -> {
          stage = Optional.of(number);
          assisted.forEach(each -> change(each, StageChange.assisted(of(each))));
        }
        case Event.Kept(var snapshot, var files, var why) ->
            acts.add(new Act(snapshot, files, why, at, false, Optional.empty()));
        case Event.Undoing(var snapshot, var files, var act) ->
            acts.add(new Act(snapshot, files, "undo of " + why(act), at, false, Optional.of(act)));
        case Event.Undone(var snapshot) ->
            acts.replaceAll(act -> act.snapshot().equals(snapshot) ? act.takenBack() : act);
        // The snapshots of what came before stayed on the other machine.
        case Event.Imported _ -> acts.clear();
        case Event.Disputed _, Event.Unknown _ -> {
          // on record, and nothing follows from it here
        }
      }
    }

    private String why(String snapshot) {
      return acts.stream()
          .filter(act -> act.snapshot().equals(snapshot))
          .map(Act::why)
          .findFirst()
          .orElse(snapshot);
    }

    private StageProgress of(String number) {
      return stages.getOrDefault(number, StageProgress.none());
    }

    private void change(String number, StageProgress changed) {
      stages.put(number, changed);
    }

    private Progress progress() {
      return new Progress(learner, stage, stages, runs, acts);
    }
  }
}
