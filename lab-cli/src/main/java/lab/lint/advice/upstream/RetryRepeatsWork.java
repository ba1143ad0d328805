package lab.lint.advice.upstream;

import java.time.Duration;
import java.util.stream.Stream;
import lab.lint.rule.Hit;
import lab.lint.rule.Rule;
import lab.lint.rule.Severity;
import lab.lint.site.Routed;
import lab.lint.site.Scope;
import lab.lint.site.Site;
import lab.lint.site.Values;

/** A slow request that times out is sent to the next peer, which does the same work again. */
public final class RetryRepeatsWork implements Rule {
  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public String advice() {
    return "leave timeouts out of proxy_next_upstream, or wait longer";
  }

  @Override
  public Stream<Hit> check(Site site) {
    return site.routed()
        .filter(routed -> routed.route().isSlow())
        .flatMap(routed -> hits(site, routed));
  }

  private static Stream<Hit> hits(Site site, Routed routed) {
    return routed.proxy().stream()
        .filter(
            proxy -> site.group(proxy).filter(group -> group.primaries().size() > 1).isPresent())
        .filter(proxy -> retriesTimeouts(proxy.scope()))
        .filter(proxy ->
            readTimeout(proxy.scope()).compareTo(routed.route().quiet().multipliedBy(2)) <= 0)
        .map(proxy ->
            Hit.at(
                proxy.target(),
                routed.route().path()
                    + " may time out here, and every further peer repeats the work",
                "add \"proxy_next_upstream error;\", or raise proxy_read_timeout"));
  }

  private static boolean retriesTimeouts(Scope scope) {
    var conditions = scope.inForce("proxy_next_upstream");
    boolean timeouts =
        conditions.isEmpty()
            || conditions.getLast().args().stream().anyMatch(word -> word.text().equals("timeout"));
    return timeouts && !scope.valueIs("proxy_next_upstream_tries", "1", "0");
  }

  private static Duration readTimeout(Scope scope) {
    return scope
        .value("proxy_read_timeout")
        .flatMap(word -> Values.time(word.text()))
        .orElse(Duration.ofSeconds(60));
  }
}
