package lab.lint.advice.location;

import java.util.stream.Stream;
import lab.lint.rule.Hit;
import lab.lint.rule.Rule;
import lab.lint.rule.Severity;
import lab.lint.site.Site;

/** A prefix takes longer names as well. */
public final class PrefixTooWide implements Rule {
  @Override
  public Severity severity() {
    return Severity.NOTE;
  }

  @Override
  public String advice() {
    return "write = before the path, or end it with a slash";
  }

  @Override
  public Stream<Hit> check(Site site) {
    return site.locations()
        .filter(location -> location.isPrefix() && location.scope().has("proxy_pass"))
        .filter(location ->
            site.facts().routes().stream()
                .anyMatch(route -> route.path().equals(location.pattern())))
        .filter(location -> !location.pattern().endsWith("/"))
        .map(location ->
            Hit.at(
                location.at(),
                "this takes "
                    + location.pattern()
                    + "back and "
                    + location.pattern()
                    + "/x as well",
                "if only this path is meant: location = " + location.pattern()));
  }
}
