package lab.lint.advice.capacity;

import java.time.Duration;
import java.util.stream.Stream;
import lab.lint.rule.Hit;
import lab.lint.rule.Rule;
import lab.lint.rule.Severity;
import lab.lint.site.Scope;
import lab.lint.site.Site;
import lab.lint.site.Values;

/** Those who wait for a cached answer give up before it can come. */
public final class CacheLockShort implements Rule {
  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public String advice() {
    return "proxy_cache_lock_timeout longer than the slowest answer";
  }

  @Override
  public Stream<Hit> check(Site site) {
    return site.routed()
        .filter(routed -> routed.route().isSlow())
        .flatMap(routed ->
            routed.location().scope().inForce("proxy_cache_lock").stream()
                .filter(lock -> lock.args().stream().anyMatch(word -> word.text().equals("on")))
                .filter(
                    lock -> wait(routed.location().scope()).compareTo(routed.route().quiet()) <= 0)
                .map(lock ->
                    Hit.at(
                        lock,
                        "the lock is left after "
                            + wait(routed.location().scope()).toSeconds()
                            + " s, but "
                            + routed.route().path()
                            + " may take "
                            + routed.route().quiet().toSeconds()
                            + " s",
                        "add: proxy_cache_lock_timeout "
                            + routed.route().quiet().multipliedBy(2).toSeconds()
                            + "s;")));
  }

  private static Duration wait(Scope scope) {
    return scope
        .value("proxy_cache_lock_timeout")
        .flatMap(word -> Values.time(word.text()))
        .orElse(Duration.ofSeconds(5));
  }
}
