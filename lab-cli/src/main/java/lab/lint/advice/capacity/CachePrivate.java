package lab.lint.advice.capacity;

import java.util.stream.Stream;
import lab.lint.rule.Hit;
import lab.lint.rule.Rule;
import lab.lint.rule.Severity;
import lab.lint.site.Site;

/** An answer for one client is kept for all. */
public final class CachePrivate implements Rule {
  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public String advice() {
    return "do not cache it";
  }

  @Override
  public Stream<Hit> check(Site site) {
    var posts =
        site.all("proxy_cache_methods")
            .flatMap(stated -> stated.directive().args().stream())
            .filter(word -> word.text().equals("POST"))
            .map(word ->
                Hit.at(word, "the answer to one POST is given to the next", "delete this word")
                    .replacing(""));
    var cookies =
        site.all("proxy_ignore_headers")
            .flatMap(stated -> stated.directive().args().stream())
            .filter(word -> word.text().equalsIgnoreCase("set-cookie"))
            .map(word ->
                Hit.at(word, "one client's cookie is kept and given to all", "delete this word")
                    .replacing(""));
    var streams =
        site.routed()
            .filter(routed -> routed.route().isStream())
            .flatMap(routed -> routed.location().scope().inForce("proxy_cache").stream())
            .filter(cache -> cache.args().stream().noneMatch(word -> word.text().equals("off")))
            .map(cache ->
                Hit.at(
                    cache, "an endless stream cannot be cached", "write here: proxy_cache off;"));
    return Stream.of(posts, cookies, streams).flatMap(all -> all);
  }
}
