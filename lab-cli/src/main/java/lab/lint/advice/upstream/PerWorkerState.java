package lab.lint.advice.upstream;

import java.util.stream.Stream;
import lab.lint.rule.Hit;
import lab.lint.rule.Rule;
import lab.lint.rule.Severity;
import lab.lint.site.Site;
import lab.nginx.syntax.Word;

/** Without a zone every nginx worker counts failures and turns for itself. */
public final class PerWorkerState implements Rule {
  @Override
  public Severity severity() {
    return Severity.NOTE;
  }

  @Override
  public String advice() {
    return "add a zone to the upstream";
  }

  @Override
  public Stream<Hit> check(Site site) {
    var workers = site.main().value("worker_processes").map(Word::text).orElse("1");
    return site.upstreams()
        .filter(
            group -> !workers.equals("1") && group.peers().size() > 1 && !group.scope().has("zone"))
        .map(group ->
            Hit.at(
                group.name(),
                "each of the "
                    + (workers.equals("auto") ? "" : workers + " ")
                    + "workers counts the turns and failures of \""
                    + group.name()
                    + "\" for itself",
                "add: zone " + group.name() + " 64k;"));
  }
}
