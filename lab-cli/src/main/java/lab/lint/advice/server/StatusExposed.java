package lab.lint.advice.server;

import java.util.stream.Stream;
import lab.lint.rule.Hit;
import lab.lint.rule.Rule;
import lab.lint.rule.Severity;
import lab.lint.site.Site;

/** Everybody can read nginx's own counters. */
public final class StatusExposed implements Rule {
  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public String advice() {
    return "allow 127.0.0.1 and deny all";
  }

  @Override
  public Stream<Hit> check(Site site) {
    return site.all("stub_status")
        .filter(stated -> stated.scope().inForce("deny").isEmpty())
        .map(stated ->
            Hit.at(
                stated.directive(),
                "everybody who reaches this server reads its counters",
                "add: allow 127.0.0.1; deny all;"));
  }
}
