package lab.lint.advice.capacity;

import java.util.stream.Stream;
import lab.lint.rule.Hit;
import lab.lint.rule.Rule;
import lab.lint.rule.Severity;
import lab.lint.site.Site;
import lab.lint.site.Site.Stated;

/** A rate limit without a burst refuses requests that come together. */
public final class LimitNoBurst implements Rule {
  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public String advice() {
    return "add burst=N nodelay";
  }

  @Override
  public Stream<Hit> check(Site site) {
    return site.all("limit_req")
        .map(Stated::directive)
        .filter(limit -> limit.args().stream().noneMatch(word -> word.text().startsWith("burst=")))
        .map(limit ->
            Hit.at(
                limit,
                "two requests at the same moment are one too many",
                "add: burst=20 nodelay"));
  }
}
