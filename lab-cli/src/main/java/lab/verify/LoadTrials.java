package lab.verify;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lab.check.CheckResult;
import lab.check.evidence.Arm;
import lab.check.evidence.Trial;
import lab.check.judge.ServedByJudge;
import lab.check.judge.TrafficJudge;
import lab.check.spec.CheckKind;
import lab.check.spec.CheckSpec;
import lab.check.spec.LoadSpec;
import lab.course.stage.Stage;

/**
 * The loads of one verification: each is played when its first check asks for it, and all of its
 * checks are judged then; a failure or a doubt gets a second trial. One that cannot be played is
 * not begun again by the next check.
 */
final class LoadTrials {
  private final Stage stage;
  private final Replays replays;
  private final Repeat repeat;
  private final VerifyListener listener;
  private final Map<String, Trial> played = new HashMap<>();
  private final Map<String, Map<String, CheckResult>> settled = new HashMap<>();
  private final Map<String, RuntimeException> failed = new HashMap<>();
  private final List<CheckResult> repeated = new ArrayList<>();
  private final Isolation isolation;

  LoadTrials(
      Stage stage, Replays replays, Repeat repeat, VerifyListener listener, Isolation isolation) {
    this.stage = stage;
    this.replays = replays;
    this.repeat = repeat;
    this.listener = listener;
    this.isolation = isolation;
  }

  /** What a check of a load comes to. */
  CheckResult result(CheckSpec check, LoadSpec load) throws IOException, InterruptedException {
    return Optional.ofNullable(settled(load).get(check.id())).orElseThrow();
  }

  /** The last trial of a load. */
  Trial last(LoadSpec load) throws IOException, InterruptedException {
    settled(load);
    return Optional.ofNullable(played.get(load.id())).orElseThrow();
  }

  /** A judgement on arms that are played for one check alone. */
  interface Round {
    /** Plays and judges. */
    CheckResult judge(int trial) throws IOException, InterruptedException;
  }

  /**
   * What such a check comes to: one round, or two that are joined, and the first disclosed.
   *
   * @param again said before a second round
   */
  CheckResult ofItsOwn(String again, Round round) throws IOException, InterruptedException {
    var first = round.judge(1);
    if (!repeat.after(List.of(first))) {
      return first;
    }
    listener.says(again);
    repeated.add(first);
    return Rounds.joined(first, round.judge(2));
  }

  /** The results of first trials that had a second. */
  List<CheckResult> repeated() {
    return List.copyOf(repeated);
  }

  private Map<String, CheckResult> settled(LoadSpec load) throws IOException, InterruptedException {
    var known = settled.get(load.id());
    if (known != null) {
      return known;
    }
    var before = failed.get(load.id());
    if (before != null) {
      throw before;
    }
    try {
      var fresh = settle(load);
      settled.put(load.id(), fresh);
      return fresh;
    } catch (RuntimeException failure) {
      failed.put(load.id(), failure);
      throw failure;
    }
  }

  private Map<String, CheckResult> settle(LoadSpec load) throws IOException, InterruptedException {
    var checks =
        stage.checks().stream()
            .filter(check -> check.kind().load().filter(load.id()::equals).isPresent())
            .filter(LoadTrials::isDirect)
            .toList();
    var first = trial(load, 1);
    played.put(load.id(), first);
    var firstResults = judged(checks, load, first);
    if (!repeat.after(firstResults.values())) {
      return firstResults;
    }
    listener.says(
        firstResults.values().stream().anyMatch(Rounds::doubtsTheMachine)
            ? "the first trial decides nothing: once more, control and yours"
            : "the first trial failed: once more, control and yours, to be sure");
    repeated.addAll(firstResults.values());
    // With a control of its own: a machine that has become slower since the first would fail both.
    var second = trial(load, 2);
    played.put(load.id(), second);
    var joined = new LinkedHashMap<String, CheckResult>();
    judged(checks, load, second)
        .forEach((id, result) ->
            joined.put(
                id,
                Rounds.joined(Optional.ofNullable(firstResults.get(id)).orElseThrow(), result)));
    return joined;
  }

  private Trial trial(LoadSpec load, int number) throws IOException, InterruptedException {
    var control =
        load.control() ? Optional.of(replays.control(load, number)) : Optional.<Arm>empty();
    return new Trial(control, replays.yours(load, number));
  }

  private static boolean isDirect(CheckSpec check) {
    return check.kind() instanceof CheckKind.Traffic || check.kind() instanceof CheckKind.ServedBy;
  }

  private Map<String, CheckResult> judged(List<CheckSpec> checks, LoadSpec load, Trial trial)
      throws IOException, InterruptedException {
    var judged = new LinkedHashMap<String, CheckResult>();
    for (var check : checks) {
      judged.put(check.id(), isolation.judge(check, () -> judged(check, load, trial)));
    }
    return judged;
  }

  private CheckResult judged(CheckSpec check, LoadSpec load, Trial trial) {
    return switch (check.kind()) {
      case CheckKind.Traffic kind ->
          TrafficJudge.judge(check, kind, trial, Again.of(stage, check, load));
      case CheckKind.ServedBy kind -> ServedByJudge.judge(check, kind, trial.yours());
      default -> throw new IllegalArgumentException(check.id() + " is not about traffic");
    };
  }
}
