package lab.check.judge;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
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
    var broken = shipped.arm().map(arm -> broken(slos, arm, control)).orElse(List.of());
    if (shipped.arm().isPresent() && broken.isEmpty()) {
      return Results.of(
          spec,
          shipped.arm().get().health().fit() ? Verdict.LAB_ERROR : Verdict.INCONCLUSIVE,
          "the shipped file keeps every SLO: no incident to repair",
          Optional.of(
              new Reason(
                  "the shipped nginx.conf brings the incident back",
                  "every SLO kept",
                  shipped.arm().get().health().complaints(),
                  "Without an incident nothing can be said of a repair.",
                  List.of("lab run incident", "lab doctor"))),
          List.of(),
          Map.of());
    }
    var lines = new ArrayList<String>();
    boolean nothing = false;
    for (var one : undone) {
      var says = one.arm().map(arm -> broken(slos, arm, control));
      nothing |= says.filter(List::isEmpty).isPresent();
      lines.add(line(one, says));
    }
    lines.add("all undone: " + (broken.isEmpty() ? shipped.note() : String.join("; ", broken)));
    return Results.of(
        spec,
        Verdict.PASS,
        undone.stream().filter(one -> one.arm().isPresent()).count() + " edits undone, one by one",
        Optional.of(
            new Reason("what each edit buys", String.join("\n", lines), List.of(), "", List.of())),
        nothing ? List.of(Signs.BUYS_NOTHING) : List.of(),
        Map.of());
  }

  private static String line(Undone one, Optional<List<String>> broken) {
    return "undo "
        + one.route()
        + ": "
        + broken
            .map(list ->
                list.isEmpty()
                    ? "all SLOs still hold; this edit buys nothing here"
                    : list.stream().collect(Collectors.joining("; ")))
            .orElse(one.note());
  }

  private static List<String> broken(List<Traffic> slos, Arm arm, Optional<Arm> control) {
    var all = slos.stream().filter(slo -> !TrafficJudge.keeps(slo, arm, control)).toList();
    // That nobody was served is told once, by the check that asks for it.
    var telling = all.stream().filter(slo -> !TrafficJudge.isIdle(slo, arm)).toList();
    return (telling.isEmpty() ? all : telling)
        .stream().map(slo -> TrafficJudge.headline(slo, arm, control)).toList();
  }
}
