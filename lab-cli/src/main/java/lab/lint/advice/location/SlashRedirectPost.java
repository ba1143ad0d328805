package lab.lint.advice.location;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lab.lint.rule.Hit;
import lab.lint.rule.Rule;
import lab.lint.rule.Severity;
import lab.lint.site.Location;
import lab.lint.site.Site;

/** A request without the final slash is redirected, and a POST loses its body. */
public final class SlashRedirectPost implements Rule {
  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public String advice() {
    return "add a location for the path without the slash";
  }

  @Override
  public Stream<Hit> check(Site site) {
    var paths =
        site.locations()
            .filter(other -> other.isExact() || other.isPrefix())
            .map(other -> List.of(other.server().at(), other.pattern()))
            .collect(Collectors.toSet());
    return site.locations()
        .filter(location ->
            location.isPrefix()
                && location.pattern().length() > 1
                && location.pattern().endsWith("/"))
        .filter(location -> location.scope().has("proxy_pass"))
        .filter(location -> !paths.contains(List.of(location.server().at(), bare(location))))
        .map(location ->
            Hit.at(
                location.at(),
                "a POST to "
                    + bare(location)
                    + " gets a 301 to "
                    + location.pattern()
                    + " and loses its body",
                "add: location = " + bare(location) + " with the same proxy_pass"));
  }

  private static String bare(Location location) {
    return location.pattern().substring(0, location.pattern().length() - 1);
  }
}
