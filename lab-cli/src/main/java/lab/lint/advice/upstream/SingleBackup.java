package lab.lint.advice.upstream;

import java.util.stream.Stream;
import lab.lint.rule.Hit;
import lab.lint.rule.Rule;
import lab.lint.rule.Severity;
import lab.lint.site.Site;

/** A group whose peers are all backups has nobody to back up. */
public final class SingleBackup implements Rule {
  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public String advice() {
    return "take backup off one peer";
  }

  @Override
  public Stream<Hit> check(Site site) {
    return site.upstreams()
        .filter(group ->
            !group.peers().isEmpty() && group.peers().stream().allMatch(peer -> peer.has("backup")))
        .map(group ->
            Hit.at(
                group.peers().getFirst().directive(),
                "every peer of \"" + group.name() + "\" is a backup",
                "delete \"backup\" on one of them"));
  }
}
