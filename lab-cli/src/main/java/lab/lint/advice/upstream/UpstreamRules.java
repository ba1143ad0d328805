package lab.lint.advice.upstream;

import java.util.List;
import lab.lint.rule.Rule;

/** The rules on upstreams and their peers. */
public final class UpstreamRules {
  private UpstreamRules() {}

  public static List<Rule> all() {
    return List.of(
        new AllDown(),
        new HashDefault(),
        new IpHashLoopback(),
        new KeepaliveIncomplete(),
        new KeepaliveOrder(),
        new LocalhostTwoPeers(),
        new MixedPools(),
        new PeersPoisoned(),
        new PerWorkerState(),
        new RetryPosts(),
        new RetryRepeatsWork(),
        new SingleBackup(),
        new UnknownUpstream(),
        new UpstreamUnused());
  }
}
