package lab.verify;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import lab.check.CheckResult;
import lab.check.evidence.Arm;
import lab.check.judge.CapacityPlanJudge;
import lab.check.judge.CausalityJudge;
import lab.check.spec.CheckKind;
import lab.check.spec.CheckSpec;
import lab.check.spec.LoadSpec;

/**
 * The checks that try other configurations once the learner's has kept its SLOs: with an edit
 * undone, and with fewer slots.
 */
final class WhatIf {
  private final Laboratory laboratory;
  private final LoadTrials trials;
  private final VerifyListener listener;

  WhatIf(Laboratory laboratory, LoadTrials trials, VerifyListener listener) {
    this.laboratory = laboratory;
    this.trials = trials;
    this.listener = listener;
  }

  /**
   * What each edit buys.
   *
   * @param slos of the load that were kept
   */
  CheckResult causality(
      CheckSpec check, CheckKind.Causality kind, LoadSpec load, List<CheckKind.Traffic> slos)
      throws IOException, InterruptedException {
    var trial = trials.last(load);
    listener.says("undoing your edits one by one, to see what each buys");
    var undone = laboratory.undone(load, kind.routes());
    var control = trial.control().filter(arm -> arm.health().fit());
    return trials.ofItsOwn(
        "whether the shipped file brings the incident back: once more, to be sure",
        number ->
            CausalityJudge.judge(check, slos, control, undone, laboratory.allUndone(load, number)));
  }

  /**
   * Whether fewer slots would do.
   *
   * @param slos of the load that were kept
   */
  CheckResult capacityPlan(
      CheckSpec check, CheckKind.CapacityPlan kind, LoadSpec load, List<CheckKind.Traffic> slos)
      throws IOException, InterruptedException {
    return trials.ofItsOwn(
        "whether a smaller one would do: once more, to be sure",
        number -> capacityPlan(check, kind, load, slos, number));
  }

  private CheckResult capacityPlan(
      CheckSpec check,
      CheckKind.CapacityPlan kind,
      LoadSpec load,
      List<CheckKind.Traffic> slos,
      int number)
      throws IOException, InterruptedException {
    var trial = trials.last(load);
    var arms = new ArrayList<Arm>();
    for (var sizes : Smaller.than(laboratory.settings(), kind.slack())) {
      listener.says("trying a configuration that is smaller by more than the slack");
      var arm = laboratory.resized(load, sizes, number);
      arms.add(arm);
      if (CapacityPlanJudge.decides(slos, trial.control(), arm)) {
        break;
      }
    }
    return CapacityPlanJudge.judge(check, kind, slos, trial.control(), trial.yours(), arms);
  }
}
