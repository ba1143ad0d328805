package lab.lint.advice.upstream;

import java.util.Optional;
import java.util.stream.Stream;
import lab.lint.rule.Hit;
import lab.lint.rule.Rule;
import lab.lint.rule.Severity;
import lab.lint.site.Peer;
import lab.lint.site.Site;
import lab.lint.site.Upstream;

/** One group mixes servers of different modes. */
public final class MixedPools implements Rule {
  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public String advice() {
    return "give each kind of server its own upstream and choose by location";
  }

  @Override
  public Stream<Hit> check(Site site) {
    return site.upstreams().flatMap(group -> strangers(site, group));
  }

  private static Stream<Hit> strangers(Site site, Upstream group) {
    var first = group.peers().stream().flatMap(peer -> mode(site, peer).stream()).findFirst();
    return group.peers().stream()
        .filter(peer -> mode(site, peer).isPresent() && !mode(site, peer).equals(first))
        .map(peer ->
            Hit.at(
                peer.directive().args().getFirst(),
                "a "
                    + mode(site, peer).orElseThrow()
                    + " server among "
                    + first.orElseThrow()
                    + " servers",
                "move it to an upstream of its own"));
  }

  private static Optional<String> mode(Site site, Peer peer) {
    return peer.port().isPresent()
        ? Optional.ofNullable(site.facts().modes().get(peer.port().getAsInt()))
        : Optional.empty();
  }
}
