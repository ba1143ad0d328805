package lab.lint.advice.upstream;

import java.util.stream.Stream;
import lab.lint.rule.Hit;
import lab.lint.rule.Rule;
import lab.lint.rule.Severity;
import lab.lint.site.Site;

/** By ip_hash all clients of this machine are one client. */
public final class IpHashLoopback implements Rule {
  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public String advice() {
    return "balance by something that differs between requests";
  }

  @Override
  public Stream<Hit> check(Site site) {
    return site.upstreams()
        .filter(group -> group.peers().size() > 1)
        .flatMap(group -> group.scope().own("ip_hash"))
        .map(method ->
            Hit.at(
                method,
                "all clients of this machine hash to the same peer",
                "use least_conn, or hash on a header that differs"));
  }
}
