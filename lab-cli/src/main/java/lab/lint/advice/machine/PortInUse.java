package lab.lint.advice.machine;

import java.util.stream.Stream;
import lab.lint.rule.Hit;
import lab.lint.rule.Rule;
import lab.lint.rule.Severity;
import lab.lint.site.Site;

/** Another program listens on this port. */
public final class PortInUse implements Rule {
  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public String advice() {
    return "end the program that listens there, or choose another port";
  }

  @Override
  public Stream<Hit> check(Site site) {
    return site.listens()
        .filter(listen ->
            listen.port().isPresent() && !site.facts().machine().free(listen.port().getAsInt()))
        .map(listen ->
            Hit.at(
                listen.directive(),
                "another program listens on port "
                    + listen.port().getAsInt()
                    + ": the lab takes a free one instead, nginx by hand would not start",
                "see who it is with lab doctor, or choose another port"));
  }
}
