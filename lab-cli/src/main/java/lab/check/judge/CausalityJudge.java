package lab.check.judge;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lab.check.CheckResult;
import lab.check.CheckResult.Reason;
import lab.check.Signs;
import lab.check.Verdict;
import lab.check.evidence.Arm;
import lab.check.evidence.Undone;
import lab.check.spec.CheckKind.Traffic;
import lab.check.spec.CheckSpec;

/**
 * What did each edit buy? Each route gets its shipped block back, alone; the verdict stays whatever
 * comes of it, unless even the whole shipped file keeps the SLOs: then the lab shows no incident.
 * Where a busy machine hides whether it does, this check alone is undecided.
 */
public final class CausalityJudge {
  private CausalityJudge() {}

  /**
   * Judges what came of putting blocks back.
   *
   * @param slos the traffic checks that passed with all edits in place
   * @param control the control of the session
   * @param shipped the whole shipped file under the same load
   */
  public static CheckResult judge(
      CheckSpec spec,
      List<Traffic> slos,
      Optional<Arm> control,
      List<Undone> undone,
      Undone shipped) {
    var all = shipped.arm().map(arm -> Found.of(slos, arm, control));
    if (all.filter(found -> found.broken().isEmpty()).isPresent()) {
      boolean keeps = all.get().doubt().isEmpty();
      return Results.of(
          spec,
          keeps ? Verdict.LAB_ERROR : Verdict.INCONCLUSIVE,
          keeps
              ? "the shipped file keeps every SLO: no incident to repair"
              : "whether the shipped file keeps its SLOs cannot be told",
          Optional.of(
              new Reason(
                  "the shipped nginx.conf brings the incident back",
                  all.get().doubt().orElse("every SLO kept"),
                  List.of(),
                  keeps
                      ? "Without an incident nothing can be said of a repair."
                      : "What your edits keep was judged, and that stands; what each of them buys is not told.",
                  List.of("lab run incident", "lab doctor"))),
          keeps ? List.of() : List.of(Signs.MACHINE_BUSY),
          Map.of());
    }
    var lines = new ArrayList<String>();
    boolean nothing = false;
    for (var one : undone) {
      var found = one.arm().map(arm -> Found.of(slos, arm, control));
      nothing |= found.filter(Found::nothing).isPresent();
      lines.add("undo " + one.route() + ": " + found.map(Found::words).orElse(one.note()));
    }
    lines.add("all undone: " + all.map(Found::words).orElse(shipped.note()));
    return Results.of(
        spec,
        Verdict.PASS,
        undone.stream().filter(one -> one.arm().isPresent()).count() + " edits undone, one by one",
        Optional.of(
            new Reason("what each edit buys", String.join("\n", lines), List.of(), "", List.of())),
        nothing ? List.of(Signs.BUYS_NOTHING) : List.of(),
        Map.of());
  }

  /**
   * What was found without an edit.
   *
   * @param broken the SLOs that are not kept then, in words
   * @param doubt why it cannot be told, where none is broken for certain
   */
  private record Found(List<String> broken, Optional<String> doubt) {
    static Found of(List<Traffic> slos, Arm arm, Optional<Arm> control) {
      var all = slos.stream().filter(slo -> Kept.of(slo, arm, control) == Kept.NO).toList();
      boolean doubtful =
          slos.stream().anyMatch(slo -> Kept.of(slo, arm, control) == Kept.CANNOT_TELL);
      // That nobody was served is told once, by the check that asks for it.
      var telling = all.stream().filter(slo -> !TrafficJudge.isIdle(slo, arm)).toList();
      return new Found(
          (telling.isEmpty() ? all : telling)
              .stream().map(slo -> TrafficJudge.headline(slo, arm, control)).toList(),
          doubtful && all.isEmpty() ? Optional.of(Kept.doubt(arm)) : Optional.empty());
    }

    boolean nothing() {
      return broken.isEmpty() && doubt.isEmpty();
    }

    String words() {
      return broken.isEmpty()
          ? doubt
              .map(why -> "cannot tell: " + why)
              .orElse("all SLOs still hold; this edit buys nothing here")
          : String.join("; ", broken);
    }
  }
}
