package lab.lint.advice.location;

import java.util.stream.Stream;
import lab.lint.rule.Hit;
import lab.lint.rule.Rule;
import lab.lint.rule.Severity;
import lab.lint.site.Site;

/** An allow without a deny forbids nothing. */
public final class AllowWithoutDeny implements Rule {
  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public String advice() {
    return "add deny all";
  }

  @Override
  public Stream<Hit> check(Site site) {
    return site.scopes("http", "server", "location", "limit_except")
        .filter(scope -> scope.has("allow") && !scope.has("deny"))
        .flatMap(scope -> scope.own("allow").limit(1))
        .filter(allow -> allow.args().stream().noneMatch(word -> word.text().equals("all")))
        .map(allow ->
            Hit.at(
                allow, "without a deny everybody else is allowed too", "add after it: deny all;"));
  }
}
