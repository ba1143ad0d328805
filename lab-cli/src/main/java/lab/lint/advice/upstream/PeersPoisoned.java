package lab.lint.advice.upstream;

import java.util.stream.Stream;
import lab.lint.rule.Hit;
import lab.lint.rule.Rule;
import lab.lint.rule.Severity;
import lab.lint.site.Proxy;
import lab.lint.site.Route;
import lab.lint.site.Routed;
import lab.lint.site.Site;
import lab.lint.site.Upstream;

/** A slow route can take a whole group out of service for the other routes. */
public final class PeersPoisoned implements Rule {
  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public String advice() {
    return "give the slow route an upstream of its own, or set max_fails=0";
  }

  @Override
  public Stream<Hit> check(Site site) {
    return site.routed()
        .filter(routed -> !routed.route().kind().equals(Route.Kind.QUICK))
        .flatMap(routed -> hits(site, routed));
  }

  private static Stream<Hit> hits(Site site, Routed routed) {
    return routed.proxy().stream()
        .filter(proxy -> site.group(proxy).filter(PeersPoisoned::fallsOut).isPresent())
        .filter(proxy -> shared(site, proxy))
        .map(proxy ->
            Hit.at(
                proxy.target(),
                "one slow answer of "
                    + routed.route().path()
                    + " takes a peer of \""
                    + proxy.authority()
                    + "\" out for 10 s, for all routes",
                "pass this route to a group of its own, or write max_fails=0 on the peers"));
  }

  private static boolean fallsOut(Upstream group) {
    return group.primaries().size() > 1
        && group.primaries().stream().allMatch(peer -> peer.parameter("max_fails").isEmpty());
  }

  private static boolean shared(Site site, Proxy slow) {
    return site.proxies().filter(other -> other.authority().equals(slow.authority())).count() > 1;
  }
}
