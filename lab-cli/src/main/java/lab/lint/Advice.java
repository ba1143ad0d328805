package lab.lint;

import java.util.List;
import java.util.stream.Stream;
import lab.lint.advice.capacity.CapacityRules;
import lab.lint.advice.location.LocationRules;
import lab.lint.advice.machine.MachineRules;
import lab.lint.advice.pasted.PastedRules;
import lab.lint.advice.proxy.ProxyRules;
import lab.lint.advice.server.ServerRules;
import lab.lint.advice.upstream.UpstreamRules;
import lab.lint.rule.Rule;
import lab.lint.site.Site;

/** All rules that advise on a file which nginx accepts. */
public final class Advice {
  private static final List<Rule> RULES =
      Stream.of(
              ProxyRules.all(),
              UpstreamRules.all(),
              LocationRules.all(),
              CapacityRules.all(),
              ServerRules.all(),
              PastedRules.all(),
              MachineRules.all())
          .flatMap(List::stream)
          .toList();

  private Advice() {}

  public static List<Rule> rules() {
    return RULES;
  }

  /** What the rules say of a configuration, the worst first. */
  public static List<Diagnostic> on(Site site) {
    return RULES.stream()
        .filter(rule -> rule.releases().include(site.facts().nginx()))
        .flatMap(rule -> Diagnostic.all(rule, site))
        .distinct()
        .sorted(Diagnostic.WORST_FIRST)
        .toList();
  }
}
