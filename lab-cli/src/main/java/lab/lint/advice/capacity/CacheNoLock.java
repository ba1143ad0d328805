package lab.lint.advice.capacity;

import java.util.stream.Stream;
import lab.lint.rule.Hit;
import lab.lint.rule.Rule;
import lab.lint.rule.Severity;
import lab.lint.site.Site;

/** While an answer is fetched, all others fetch it too. */
public final class CacheNoLock implements Rule {
  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public String advice() {
    return "proxy_cache_lock on";
  }

  @Override
  public Stream<Hit> check(Site site) {
    return site.all("proxy_cache")
        .filter(stated ->
            !stated.directive().args().isEmpty()
                && !stated.directive().args().getFirst().text().equals("off"))
        .filter(stated -> stated.scope().valueIs("proxy_cache_lock", "off", "off"))
        .map(stated ->
            Hit.at(
                stated.directive(),
                "all who ask while the first answer is fetched go to the application as well",
                "add: proxy_cache_lock on;"));
  }
}
