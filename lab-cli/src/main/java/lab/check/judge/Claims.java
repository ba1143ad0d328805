package lab.check.judge;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lab.check.evidence.Arm;
import lab.check.spec.CheckKind.Traffic;
import lab.check.spec.Slo;
import lab.load.sample.Outcome;

/** The bounds of an SLO as claims about one arm. */
final class Claims {
  /** How much more than the control's a held share must be to be the configuration's fault. */
  private static final double EFFECT = 3;

  /**
   * A control that is held for longer hides what it is to show: three times that is what one slot
   * for everything costs, and more than that no configuration can be held.
   */
  private static final double MOST_BESIDE = 0.15;

  /** A control that is hardly ever held is as good as one that is held this share of the time. */
  private static final double HELD_FLOOR = 0.02;

  /** This share of a lane must be served before anybody can be held up. */
  private static final double MOSTLY = 0.5;

  private final Traffic traffic;
  private final Slo slo;
  private final LaneView view;
  private final Optional<Arm> control;
  private final boolean isControl;

  Claims(Traffic traffic, LaneView view, Optional<Arm> control) {
    this(traffic, view, control, false);
  }

  private Claims(Traffic traffic, LaneView view, Optional<Arm> control, boolean isControl) {
    this.traffic = traffic;
    this.slo = traffic.slo();
    this.view = view;
    this.control = control;
    this.isControl = isControl;
  }

  /** The bounds held against the control itself. */
  static Claims ofControl(Traffic traffic, Arm control) {
    var itself = Optional.of(control);
    return new Claims(traffic, LaneView.of(control, traffic, itself), itself, true);
  }

  List<Claim> all() {
    var claims = new ArrayList<Claim>();
    slo.okShare().ifPresent(bound -> claims.add(share("ok-share", bound, view.ok(), answered())));
    slo.answeredShare()
        .ifPresent(bound ->
            claims.add(share("answered-share", bound, view.answered(), "answered" + inTime())));
    slo.liveShare()
        .ifPresent(bound ->
            claims.add(share("live-share", bound, view.ok(), "alive and ticking at the end")));
    slo.tickShare().ifPresent(bound -> claims.add(ticks(bound)));
    slo.heldShare().ifPresent(bound -> claims.add(held(bound)));
    return claims;
  }

  private String answered() {
    return "answered with 2xx" + inTime();
  }

  private String inTime() {
    if (view.limit().isEmpty()) {
      return "";
    }
    var limit = Seconds.of(view.limit().getAsLong());
    return slo.tailRatio()
        .map(ratio -> " within " + limit + " (" + plain(ratio) + "x the p95 of the control)")
        .orElse(" within " + limit);
  }

  private static Claim share(String name, double bound, Share share, String how) {
    return new Claim(
        name,
        share.value(),
        share.value() >= bound,
        isFar(share.value(), bound),
        "at least %s %s".formatted(Share.percent(bound), how),
        "%s (%s) %s".formatted(share, Share.percent(share.value()), how));
  }

  private Claim ticks(double bound) {
    double expected =
        control
            .map(arm -> LaneView.of(arm, traffic, control).ticksPerSecond())
            .orElse(view.expectedTicksPerSecond());
    double share = expected == 0 ? 0 : view.ticksPerSecond() / expected;
    return new Claim(
        "tick-share",
        share,
        share >= bound,
        isFar(share, bound),
        "at least %s of the %.0f ticks a second that %s"
            .formatted(
                Share.percent(bound),
                expected,
                control.isPresent() ? "the control got" : "the feed gives"),
        "%.0f ticks a second".formatted(view.ticksPerSecond()));
  }

  /** Above the bound, and by an effect that only the configuration explains. */
  private Claim held(double bound) {
    if (!view.isMostlyOk()) {
      return nobodyThere(bound);
    }
    var share = new Held(view.arm()).of(view.judged());
    double beside = control.map(this::heldShare).orElse(HELD_FLOOR);
    boolean kept =
        share.of() > 0
            && (isControl
                ? beside <= Math.max(bound, MOST_BESIDE)
                : share.value() <= Math.max(bound, EFFECT * Math.max(beside, HELD_FLOOR)));
    return new Claim(
        "held-share",
        share.value(),
        kept,
        // Held against a control that had the same neighbour.
        !kept && control.isPresent(),
        heldWanted(bound),
        "%s held up by hashes (control %s)"
            .formatted(Share.percent(share.value()), Share.percent(beside)));
  }

  private double heldShare(Arm arm) {
    return new Held(arm).of(LaneView.of(arm, traffic, control).judged()).value();
  }

  /** Who is not served is held up by nobody: that is no proof of anything. */
  private Claim nobodyThere(double bound) {
    long ok = view.count(Outcome.OK);
    double share = new Share(ok, view.judged().size()).value();
    return new Claim(
        "held-share",
        share,
        false,
        isFar(share, MOSTLY),
        heldWanted(bound),
        (ok == 0 ? "none" : "only " + ok)
            + " of %d %s: nobody there to be held up"
                .formatted(
                    view.judged().size(),
                    view.hasStreams()
                        ? "streams were alive at the end"
                        : "were answered with 2xx"));
  }

  private static boolean isFar(double share, double bound) {
    return share < bound / 2;
  }

  private static String heldWanted(double bound) {
    return "at most %s of the time with every thread of its mode held by a hash"
        .formatted(Share.percent(bound));
  }

  private static String plain(double number) {
    return number == Math.rint(number)
        ? Long.toString(Math.round(number))
        : Double.toString(number);
  }
}
