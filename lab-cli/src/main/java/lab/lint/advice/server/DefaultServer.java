package lab.lint.advice.server;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lab.lint.rule.Hit;
import lab.lint.rule.Rule;
import lab.lint.rule.Severity;
import lab.lint.site.Listen;
import lab.lint.site.Site;

/** The first of several servers at one address takes all names that nobody has. */
public final class DefaultServer implements Rule {
  @Override
  public Severity severity() {
    return Severity.NOTE;
  }

  @Override
  public String advice() {
    return "mark one of them default_server";
  }

  @Override
  public Stream<Hit> check(Site site) {
    var byAddress =
        site.listens()
            .collect(
                Collectors.groupingBy(Listen::address, LinkedHashMap::new, Collectors.toList()));
    return byAddress.values().stream()
        .filter(all -> all.size() > 1 && all.stream().noneMatch(Listen::isDefault))
        .map(List::getFirst)
        .map(first ->
            Hit.at(
                first.directive(),
                "requests for an unknown name come here only because this server is the first",
                "write default_server after the address of the one that is meant"));
  }
}
