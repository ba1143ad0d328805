package lab.lint.advice.machine;

import java.util.stream.Stream;
import lab.lint.rule.Hit;
import lab.lint.rule.Rule;
import lab.lint.rule.Severity;
import lab.lint.site.Site;

/** A port that only root may listen on. */
public final class PortBelow1024 implements Rule {
  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public String advice() {
    return "listen on a port from 1024 on";
  }

  @Override
  public Stream<Hit> check(Site site) {
    return site.listens()
        .filter(listen -> !site.facts().machine().lowPorts())
        .filter(listen -> listen.port().isPresent() && listen.port().getAsInt() < 1024)
        .map(listen ->
            Hit.at(
                listen.directive(),
                "only root may listen on port " + listen.port().getAsInt(),
                "write: listen 127.0.0.1:" + site.facts().driverPort() + ";"));
  }
}
