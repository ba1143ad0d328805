package lab.lint.advice.capacity;

import java.util.stream.Stream;
import lab.lint.rule.Hit;
import lab.lint.rule.Rule;
import lab.lint.rule.Severity;
import lab.lint.site.Site;

/** A cache is asked, but nothing says how long an answer is good. */
public final class CacheNotStored implements Rule {
  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public String advice() {
    return "add proxy_cache_valid";
  }

  @Override
  public Stream<Hit> check(Site site) {
    return site.all("proxy_cache")
        .filter(stated ->
            !stated.directive().args().isEmpty()
                && !stated.directive().args().getFirst().text().equals("off"))
        .filter(stated -> stated.scope().inForce("proxy_cache_valid").isEmpty())
        .map(stated ->
            Hit.at(
                stated.directive(),
                "nothing is stored unless the application says how long it is good",
                "add: proxy_cache_valid 200 1s;"));
  }
}
