package lab.check.judge;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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
 * <p>It is, exactly if one that is smaller by more than the slack does not keep them; and that one
 * is played, not computed.
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
   * Judges a configuration that keeps its SLOs.
   *
   * @param yours the learner's arm
   * @param smaller the same load against the smaller configuration; empty when there is none
   */
  public static CheckResult judge(
      CheckSpec spec,
      CapacityPlan plan,
      List<Traffic> slos,
      Optional<Arm> control,
      Arm yours,
      Optional<Arm> smaller) {
    var figures = Map.of("memory-mb", cost(plan, yours.setting()));
    var headline = size(yours.setting()) + ", " + mb(cost(plan, yours.setting()));
    if (smaller.isEmpty()) {
      return Results.of(spec, Verdict.PASS, headline, Optional.empty(), List.of(), figures);
    }
    var arm = smaller.get();
    if (!arm.health().fit()) {
      return Results.of(
          spec,
          Verdict.INCONCLUSIVE,
          headline,
          Optional.of(
              new Reason(
                  "a machine that is quiet enough to measure on",
                  String.join("; ", arm.health().complaints()),
                  List.of(),
                  "Whether a smaller one would do cannot be told from this run.",
                  List.of("lab doctor", "lab verify"))),
          List.of(Signs.MACHINE_BUSY),
          figures);
    }
    boolean keeps = slos.stream().allMatch(slo -> TrafficJudge.keeps(slo, arm, control));
    if (!keeps) {
      return Results.of(
          spec,
          Verdict.PASS,
          headline + "; " + size(arm.setting()) + " would not do",
          Optional.empty(),
          List.of(),
          figures);
    }
    return Results.of(
        spec,
        Verdict.FAIL,
        headline + "; " + size(arm.setting()) + " would do",
        Optional.of(
            new Reason(
                "at most %s larger than the smallest that keeps the SLOs"
                    .formatted(Share.percent(plan.slack())),
                "%s also keeps them, with %s instead of %s"
                    .formatted(
                        size(arm.setting()),
                        mb(cost(plan, arm.setting())),
                        mb(cost(plan, yours.setting()))),
                slos.stream().map(slo -> TrafficJudge.headline(slo, arm, control)).toList(),
                "Somebody pays for every slot; headroom is for variance, and more than that is waste.",
                List.of("lab verify"))),
        List.of(Signs.TOO_LARGE),
        figures);
  }

  private static String size(Setting setting) {
    return "%d sync workers, %d pool threads"
        .formatted(setting.syncWorkers(), setting.poolThreads());
  }

  private static String mb(double cost) {
    return String.format(Locale.ROOT, "%.0f MB", cost);
  }
}
