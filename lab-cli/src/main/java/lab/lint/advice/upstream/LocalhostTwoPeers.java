package lab.lint.advice.upstream;

import java.util.stream.Stream;
import lab.lint.rule.Hit;
import lab.lint.rule.Rule;
import lab.lint.rule.Severity;
import lab.lint.site.Proxy;
import lab.lint.site.Site;

/** The name localhost stands for two peers where it has two addresses. */
public final class LocalhostTwoPeers implements Rule {
  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public String advice() {
    return "write 127.0.0.1, or make the application listen on both addresses";
  }

  @Override
  public Stream<Hit> check(Site site) {
    var half = site.facts().bothFamilies() ? "" : ", and the application listens on one only";
    var peers =
        site.upstreams()
            .flatMap(group -> group.peers().stream())
            .filter(peer -> peer.host().equals("localhost"))
            .map(peer -> peer.directive().args().getFirst());
    var direct =
        site.proxies().filter(proxy -> proxy.host().equals("localhost")).map(Proxy::target);
    return Stream.concat(peers, direct)
        .map(word ->
            Hit.at(
                    word,
                    "localhost is ::1 and 127.0.0.1: nginx makes two peers of it" + half,
                    "write 127.0.0.1")
                .replacing(word.span().raw().replace("localhost", "127.0.0.1")));
  }
}
