package lab.lint.advice.location;

import java.util.stream.Stream;
import lab.lint.rule.Hit;
import lab.lint.rule.Rule;
import lab.lint.rule.Severity;
import lab.lint.site.Site;

/** A path just above the alias' folder can be read. */
public final class AliasTraversal implements Rule {
  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public String advice() {
    return "end both the location and the alias with a slash";
  }

  @Override
  public Stream<Hit> check(Site site) {
    return site.locations()
        .filter(location -> location.isPrefix() && !location.pattern().endsWith("/"))
        .filter(location ->
            location
                .scope()
                .last("alias")
                .filter(alias ->
                    !alias.args().isEmpty() && alias.args().getFirst().text().endsWith("/"))
                .isPresent())
        .map(location ->
            Hit.at(
                    location.at(),
                    location.pattern() + "../ reads the folder above the alias",
                    "write " + location.pattern() + "/")
                .replacing(location.at().raw() + "/"));
  }
}
