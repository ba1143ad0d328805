package lab.check.judge;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import lab.check.CheckResult;
import lab.check.CheckResult.Reason;
import lab.check.Signs;
import lab.check.Verdict;
import lab.check.evidence.Arm;
import lab.check.evidence.Trial;
import lab.check.spec.CheckKind.Traffic;
import lab.check.spec.CheckSpec;
import lab.load.sample.Outcome;

/**
 * Does a lane keep its SLO?
 *
 * <p>The control must keep it too, or nothing can be said of the learner; and a machine that was
 * not fit decides nothing.
 */
public final class TrafficJudge {
  private TrafficJudge() {}

  /**
   * Judges one trial.
   *
   * @param again commands that show a failure again
   */
  public static CheckResult judge(
      CheckSpec spec, Traffic traffic, Trial trial, List<String> again) {
    var view = LaneView.of(trial.yours(), traffic, trial.control());
    var claims = new Claims(traffic, view, trial.control()).all();
    var broken = claims.stream().filter(claim -> !claim.kept()).toList();
    var headline = headline(broken.isEmpty() ? claims : broken, view);
    var figures = figures(claims, view);
    var unfit = unfit(trial);
    if (unfit.isPresent()) {
      return withoutControl(spec, traffic, trial.yours())
          .orElseGet(
              () -> Results.of(spec, Verdict.INCONCLUSIVE, headline, unfit, busy(trial), figures));
    }
    var control = trial.control().flatMap(arm -> controlFails(traffic, arm));
    if (control.isPresent()) {
      return Results.of(spec, Verdict.ENV_INVALID, headline, control, List.of(), figures);
    }
    if (view.tooFew()) {
      return Results.of(
          spec,
          Verdict.INCONCLUSIVE,
          "too few of this lane could be judged",
          Optional.of(tooFew(view)),
          List.of(Signs.MACHINE_BUSY),
          figures);
    }
    if (broken.isEmpty()) {
      return Results.of(spec, Verdict.PASS, headline, Optional.empty(), List.of(), figures);
    }
    if (Kept.isTheirFault(trial.yours(), broken)) {
      return Results.of(
          spec,
          Verdict.INCONCLUSIVE,
          headline,
          Optional.of(theirFault(trial, broken)),
          List.of(Signs.MACHINE_BUSY),
          figures);
    }
    var route = route(view, traffic);
    var diagnosis = new Diagnosis(view, route);
    var signs = new ArrayList<>(diagnosis.signs());
    var proof = new ArrayList<>(diagnosis.proof());
    broken.stream()
        .filter(claim -> claim.name().equals("held-share") && view.isMostlyOk())
        .forEach(claim -> {
          held(view, signs, proof);
          proof.add(
              tails(view, trial.control().map(arm -> LaneView.of(arm, traffic, trial.control()))));
        });
    var reason =
        new Reason(
            route + ": " + words(broken, true),
            words(broken, false) + (view.judged().isEmpty() ? "" : "; " + diagnosis.saw()),
            proof,
            signs.contains(Signs.LOOP_HELD) || signs.contains(Signs.HASH_HOLDS)
                ? "Whoever computes on a thread keeps all waiting that only this thread could serve."
                : diagnosis.why(),
            again);
    return Results.of(spec, Verdict.FAIL, headline, Optional.of(reason), signs, figures);
  }

  /**
   * Bounds that no control is needed for, where a machine was crowded, or only the control's unfit:
   * kept under a load that was sent whole and in time, they are kept, for what neighbours take can
   * only make them be missed. Missed, they decide nothing.
   */
  private static Optional<CheckResult> withoutControl(CheckSpec spec, Traffic traffic, Arm yours) {
    if (traffic.slo().needsControl() || !Sent.whole(yours) || !Sent.inTime(yours)) {
      return Optional.empty();
    }
    var view = LaneView.of(yours, traffic, Optional.empty());
    var claims = new Claims(traffic, view, Optional.empty()).all();
    if (view.tooFew() || !claims.stream().allMatch(Claim::kept)) {
      return Optional.empty();
    }
    return Optional.of(
        Results.of(
            spec,
            Verdict.PASS,
            headline(claims, view)
                + "; judged without the control, on a machine too busy to compare",
            Optional.empty(),
            List.of(),
            figures(claims, view)));
  }

  /** Whether a check asks only who was held up, in an arm that served nobody who could be. */
  static boolean isIdle(Traffic traffic, Arm arm) {
    return traffic.slo().heldShare().isPresent()
        && traffic.slo().okShare().isEmpty()
        && !LaneView.of(arm, traffic, Optional.empty()).isMostlyOk();
  }

  /** How a lane did, in a few words. */
  static String headline(Traffic traffic, Arm arm, Optional<Arm> control) {
    var view = LaneView.of(arm, traffic, control);
    var claims = new Claims(traffic, view, control).all();
    var broken = claims.stream().filter(claim -> !claim.kept()).toList();
    return route(view, traffic) + " " + words(broken.isEmpty() ? claims : broken, false);
  }

  private static void held(LaneView view, List<String> signs, List<String> proof) {
    var held = new Held(view.arm());
    var mode = held.mode(view.judged());
    signs.add(mode.equals("async") ? Signs.LOOP_HELD : Signs.HASH_HOLDS);
    proof.add(
        "%s answered this lane, and worked on %d hashes, which held %s for %s of the time"
            .formatted(
                mode,
                Held.hashes(view.arm()).getOrDefault(mode, 0L),
                mode.equals("async") ? "its one thread" : "every thread of it",
                Share.percent(held.timeShare(mode))));
    proof.addAll(held.longest(mode));
  }

  /** Every request may be answered, and still the tails show who was held up. */
  private static String tails(LaneView view, Optional<LaneView> control) {
    long own = view.response().p95().toNanos();
    return "response p50 %s, p95 %s"
            .formatted(Seconds.of(view.response().p50().toNanos()), Seconds.of(own))
        + control
            .map(beside -> beside.response().p95().toNanos())
            .filter(p95 -> p95 > 0)
            .map(p95 ->
                "; the control's p95 %s (%.1f x)".formatted(Seconds.of(p95), own / (double) p95))
            .orElse("");
  }

  private static String route(LaneView view, Traffic traffic) {
    return view.judged().stream()
        .findFirst()
        .map(sample -> sample.route())
        .orElse("lane " + traffic.lane());
  }

  private static String headline(List<Claim> claims, LaneView view) {
    if (view.judged().isEmpty()) {
      return "nothing of this lane was sent";
    }
    return words(claims, false)
        + (view.hasStreams() || view.count(Outcome.OK) == 0
            ? ""
            : ", p95 " + Seconds.of(view.response().p95().toNanos()));
  }

  private static String words(List<Claim> claims, boolean wanted) {
    return claims.stream()
        .map(claim -> wanted ? claim.wanted() : claim.saw())
        .collect(Collectors.joining("; "));
  }

  private static Map<String, Double> figures(List<Claim> claims, LaneView view) {
    var figures = new LinkedHashMap<String, Double>();
    claims.forEach(claim -> figures.put(claim.name(), claim.value()));
    figures.put("judged", (double) view.judged().size());
    figures.put("response-p95-seconds", view.response().p95().toNanos() / 1e9);
    view.limit().ifPresent(limit -> figures.put("limit-seconds", limit / 1e9));
    return figures;
  }

  private static List<String> busy(Trial trial) {
    boolean generator =
        !trial.yours().health().generatorValid()
            || trial.control().filter(arm -> !arm.health().generatorValid()).isPresent();
    return List.of(generator ? Signs.GENERATOR_LATE : Signs.MACHINE_BUSY);
  }

  private static Optional<Reason> unfit(Trial trial) {
    var complaints = new ArrayList<String>();
    trial
        .control()
        .ifPresent(arm -> Sent.faults(arm).forEach(text -> complaints.add("control: " + text)));
    Sent.faults(trial.yours()).forEach(text -> complaints.add("yours: " + text));
    return complaints.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Reason(
                "a machine that is quiet enough to measure on",
                String.join("; ", complaints),
                List.of(),
                "Slow answers could be the machine's fault, so this run decides nothing, either way.",
                List.of("lab doctor", "lab verify")));
  }

  private static Reason theirFault(Trial trial, List<Claim> broken) {
    return new Reason(
        words(broken, true),
        words(broken, false),
        List.of(),
        "Other programs took %.0f %% of the processor time, and this is missed so narrowly that it may be their fault."
            .formatted(trial.yours().health().othersShare() * 100),
        List.of("lab doctor", "lab verify"));
  }

  private static Reason tooFew(LaneView view) {
    return new Reason(
        "a control quick enough that most of the load can be judged by it",
        "only %d of %d requests left %s, the limit that follows from the control, before the load ended"
            .formatted(view.judged().size(), view.awaited(), Seconds.of(view.limit().orElse(0))),
        List.of(),
        "What is left is the beginning of the load, before a queue has grown; it decides nothing.",
        List.of("lab doctor", "lab verify"));
  }

  /** Whether a control keeps an SLO: what it misses, no verdict can be founded on. */
  public static boolean isKeptBy(Arm control, Traffic traffic) {
    return controlFails(traffic, control).isEmpty();
  }

  private static Optional<Reason> controlFails(Traffic traffic, Arm control) {
    var broken =
        Claims.ofControl(traffic, control).all().stream().filter(claim -> !claim.kept()).toList();
    return broken.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Reason(
                "the control (the reference configuration) keeps the SLO on this machine",
                words(broken, false),
                List.of(),
                "Where even the reference fails, a verdict on yours would be worth nothing.",
                slower(control)));
  }

  /** A machine that is too slow for a replay may well be quick enough for a slower one. */
  private static List<String> slower(Arm control) {
    int speed = control.setting().speed();
    return List.of("lab doctor", speed > 1 ? "lab verify --speed " + speed / 2 : "lab verify");
  }
}
