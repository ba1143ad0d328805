package lab.lint.advice.upstream;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lab.lint.rule.Hit;
import lab.lint.rule.Rule;
import lab.lint.rule.Severity;
import lab.lint.site.Proxy;
import lab.lint.site.Site;
import lab.lint.site.Upstream;

/** An upstream that nothing is passed to. */
public final class UpstreamUnused implements Rule {
  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public String advice() {
    return "pass a location to it, or delete it";
  }

  @Override
  public Stream<Hit> check(Site site) {
    var words =
        site.scopes()
            .flatMap(scope -> scope.directives().stream())
            .filter(statement -> !statement.is("upstream"))
            .flatMap(
                statement -> Stream.concat(Stream.of(statement.name()), statement.args().stream()))
            .map(word -> word.text().toLowerCase(Locale.ROOT))
            .collect(Collectors.toSet());
    var passedTo = passedTo(site);
    boolean variables = site.proxies().anyMatch(Proxy::hasVariable);
    return site.upstreams()
        .filter(group ->
            !passedTo.contains(lower(group)) && !(variables && words.contains(lower(group))))
        .map(group ->
            Hit.at(
                group.name(),
                "nothing is passed to \"" + group.name() + "\"",
                "pass a location to it, or delete it"));
  }

  private static Set<String> passedTo(Site site) {
    return site.scopes()
        .flatMap(scope -> scope.directives().stream())
        .filter(statement -> statement.name().text().endsWith("_pass"))
        .flatMap(statement -> statement.args().stream())
        .map(word -> word.text().replaceFirst("^\\w+://", "").replaceFirst("/.*", ""))
        .map(name -> name.toLowerCase(Locale.ROOT))
        .collect(Collectors.toSet());
  }

  private static String lower(Upstream group) {
    return group.name().text().toLowerCase(Locale.ROOT);
  }
}
