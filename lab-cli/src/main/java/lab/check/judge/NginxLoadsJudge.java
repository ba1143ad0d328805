package lab.check.judge;

import java.util.List;
import lab.check.CheckResult;
import lab.check.CheckResult.Reason;
import lab.check.Excerpt;
import lab.check.Signs;
import lab.check.spec.CheckSpec;
import lab.lint.Checked;
import lab.lint.Diagnostic;
import lab.nginx.syntax.ByteText;

/** Does nginx accept the learner's file? */
public final class NginxLoadsJudge {
  private static final int SHOWN = 3;

  private NginxLoadsJudge() {}

  /** Judges what the lab's own checks and nginx say of a file; advice does not count. */
  public static CheckResult judge(CheckSpec spec, Checked checked) {
    if (checked.ok()) {
      int advice = checked.advice().size();
      return Results.pass(
          spec,
          "nginx -t accepts it"
              + (advice == 0 ? "" : "; %d pieces of advice: lab nginx check".formatted(advice)));
    }
    var faults = checked.faults();
    return Results.fail(
        spec,
        faults.stream().findFirst().map(NginxLoadsJudge::line).orElse("nginx refuses it"),
        new Reason(
            "a file that nginx can load",
            faults.size() + (faults.size() == 1 ? " fault" : " faults"),
            faults.stream().limit(SHOWN).map(NginxLoadsJudge::line).toList(),
            "nginx goes on with the file that it had, or does not start at all.",
            List.of("lab nginx check"),
            faults.stream().limit(SHOWN).map(fault -> Excerpt.of(fault.at())).toList()),
        Signs.SYNTAX);
  }

  private static String line(Diagnostic fault) {
    return "%s:%d:%d: %s"
        .formatted(
            fault.at().source().path().getFileName(),
            fault.at().line(),
            fault.at().position().column(),
            ByteText.decode(fault.message()));
  }
}
