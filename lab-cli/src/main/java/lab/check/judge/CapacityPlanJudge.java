package lab.check.judge;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import lab.check.CheckResult;
import lab.check.CheckResult.Reason;
import lab.check.Signs;
import lab.check.Verdict;
import lab.check.evidence.Arm;
import lab.check.evidence.Setting;
import lab.check.spec.CheckKind.CapacityPlan;
import lab.check.spec.CheckKind.Traffic;
import lab.check.spec.CheckSpec;

/**
 * Is the configuration hardly larger than the smallest that keeps the SLOs?
 *
 * <p>It is, exactly if none that is smaller by more than the slack keeps them; and those are
 * played, not computed: one with a smaller pool, and one with fewer workers.
 */
public final class CapacityPlanJudge {
  private CapacityPlanJudge() {}

  /**
   * The sizes of the configuration that must fail: the largest below {@code size / (1 + slack)}.
   *
   * @return empty when there is none, for a single slot cannot be made smaller
   */
  public static Optional<Integer> smaller(int size, double slack) {
    int smaller = (int) Math.ceil(size / (1 + slack)) - 1;
    return smaller < 1 ? Optional.empty() : Optional.of(smaller);
  }

  /** Memory of the slots, in MB. */
  public static double cost(CapacityPlan plan, Setting setting) {
    return setting.syncWorkers() * plan.workerMb() + setting.poolThreads() * plan.threadMb();
  }

  /**
   * Whether a smaller configuration keeps all SLOs: then it decides, and no other need be played.
   *
   * @param arm the smaller configuration under the load
   */
  public static boolean decides(List<Traffic> slos, Optional<Arm> control, Arm arm) {
    return slos.stream().allMatch(slo -> Kept.of(slo, arm, control) == Kept.YES);
  }

  /**
   * Judges a configuration that keeps its SLOs.
   *
   * @param yours the learner's arm
   * @param smaller the same load against smaller configurations; empty when there is none
   */
  public static CheckResult judge(
      CheckSpec spec,
      CapacityPlan plan,
      List<Traffic> slos,
      Optional<Arm> control,
      Arm yours,
      List<Arm> smaller) {
    var figures = Map.of("memory-mb", cost(plan, yours.setting()));
    var headline = size(yours.setting()) + ", " + mb(cost(plan, yours.setting()));
    var enough = smaller.stream().filter(arm -> decides(slos, control, arm)).findFirst();
    if (enough.isPresent()) {
      var arm = enough.get();
      return Results.of(
          spec,
          Verdict.FAIL,
          headline + "; " + size(arm.setting()) + " would do",
          Optional.of(tooLarge(plan, slos, control, yours, arm)),
          List.of(
              arm.setting().syncWorkers() < yours.setting().syncWorkers()
                  ? Signs.TOO_MANY_WORKERS
                  : Signs.TOO_LARGE),
          figures);
    }
    var doubtful =
        smaller.stream()
            .filter(arm -> slos.stream().noneMatch(slo -> Kept.of(slo, arm, control) == Kept.NO))
            .findFirst();
    if (doubtful.isPresent()) {
      return Results.of(
          spec,
          Verdict.INCONCLUSIVE,
          headline,
          Optional.of(
              new Reason(
                  "a machine that is quiet enough to measure on",
                  size(doubtful.get().setting()) + ": " + Kept.doubt(doubtful.get()),
                  List.of(),
                  "Whether a smaller one would do cannot be told from this run.",
                  List.of("lab doctor", "lab verify"))),
          List.of(Signs.MACHINE_BUSY),
          figures);
    }
    var others = smaller.stream().map(arm -> size(arm.setting())).collect(Collectors.joining("; "));
    return Results.of(
        spec,
        Verdict.PASS,
        others.isEmpty() ? headline : headline + "; too small: " + others,
        Optional.empty(),
        List.of(),
        figures);
  }

  private static Reason tooLarge(
      CapacityPlan plan, List<Traffic> slos, Optional<Arm> control, Arm yours, Arm smaller) {
    return new Reason(
        "at most %s larger than the smallest that keeps the SLOs"
            .formatted(Share.percent(plan.slack())),
        "%s also keep them, with %s instead of %s"
            .formatted(
                size(smaller.setting()),
                mb(cost(plan, smaller.setting())),
                mb(cost(plan, yours.setting()))),
        slos.stream().map(slo -> TrafficJudge.headline(slo, smaller, control)).toList(),
        "Somebody pays for every slot; headroom is for variance, and more than that is waste.",
        List.of("lab verify"));
  }

  private static String size(Setting setting) {
    return counted(setting.syncWorkers(), "sync worker")
        + " and "
        + counted(setting.poolThreads(), "pool thread");
  }

  private static String counted(int count, String what) {
    return count + " " + what + (count == 1 ? "" : "s");
  }

  private static String mb(double cost) {
    return String.format(Locale.ROOT, "%.0f MB", cost);
  }
}
