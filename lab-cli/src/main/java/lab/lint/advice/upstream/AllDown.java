package lab.lint.advice.upstream;

import java.util.stream.Stream;
import lab.lint.rule.Hit;
import lab.lint.rule.Rule;
import lab.lint.rule.Severity;
import lab.lint.site.Site;

/** A group all of whose peers are marked as down answers 502. */
public final class AllDown implements Rule {
  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public String advice() {
    return "take down off one peer";
  }

  @Override
  public Stream<Hit> check(Site site) {
    return site.upstreams()
        .filter(group ->
            !group.peers().isEmpty() && group.peers().stream().allMatch(peer -> peer.has("down")))
        .map(group ->
            Hit.at(
                group.peers().getFirst().directive(),
                "every peer of \"" + group.name() + "\" is marked as down: each request gets 502",
                "delete \"down\" on one of them"));
  }
}
