package lab.lint.advice.location;

import java.util.Optional;
import java.util.stream.Stream;
import lab.lint.rule.Hit;
import lab.lint.rule.Rule;
import lab.lint.rule.Severity;
import lab.lint.site.Location;
import lab.lint.site.Site;

/** A regex takes the requests that a prefix was written for. */
public final class RegexShadows implements Rule {
  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public String advice() {
    return "write ^~ before the prefix";
  }

  @Override
  public Stream<Hit> check(Site site) {
    return site.locations()
        .filter(location -> location.modifier().isEmpty() && location.pattern().length() > 1)
        .flatMap(location ->
            winner(site, location)
                .filter(Location::isRegex)
                .map(regex ->
                    Hit.at(
                        location.at(),
                        location.pattern()
                            + " goes to \"location "
                            + regex.shown()
                            + "\" in line "
                            + regex.at().line(),
                        "write ^~ before " + location.pattern()))
                .stream());
  }

  private static Optional<Location> winner(Site site, Location location) {
    return site.winner(location.scope().parent().orElseThrow(), location.pattern());
  }
}
