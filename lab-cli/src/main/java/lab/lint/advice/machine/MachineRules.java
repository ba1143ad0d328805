package lab.lint.advice.machine;

import java.util.List;
import lab.lint.rule.Rule;

/** The rules on this machine and this nginx. */
public final class MachineRules {
  private MachineRules() {}

  public static List<Rule> all() {
    return List.of(
        new DaemonOn(),
        new KnownCve(),
        new PathUnwritable(),
        new PortBelow1024(),
        new PortInUse(),
        new StdoutSocket());
  }
}
