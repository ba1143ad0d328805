package lab.lint.advice.location;

import java.util.stream.Stream;
import lab.lint.rule.Hit;
import lab.lint.rule.Rule;
import lab.lint.rule.Severity;
import lab.lint.site.Location;
import lab.lint.site.Site;

/** A regex location matches anywhere in the path. */
public final class RegexUnanchored implements Rule {
  @Override
  public Severity severity() {
    return Severity.NOTE;
  }

  @Override
  public String advice() {
    return "begin the regex with ^";
  }

  @Override
  public Stream<Hit> check(Site site) {
    return site.locations()
        .filter(Location::isRegex)
        .filter(
            location -> location.pattern().startsWith("/") || location.pattern().matches("\\w+"))
        .map(location ->
            Hit.at(
                location.at(),
                "this matches anywhere in the path, such as /x"
                    + (location.pattern().startsWith("/") ? "" : "/")
                    + location.pattern(),
                "begin it with ^"));
  }
}
