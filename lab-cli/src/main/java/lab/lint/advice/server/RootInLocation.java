package lab.lint.advice.server;

import java.util.stream.Stream;
import lab.lint.rule.Hit;
import lab.lint.rule.Rule;
import lab.lint.rule.Severity;
import lab.lint.site.Site;

/** A location sets the root that its server lacks. */
public final class RootInLocation implements Rule {
  @Override
  public Severity severity() {
    return Severity.NOTE;
  }

  @Override
  public String advice() {
    return "write root once, in the server";
  }

  @Override
  public Stream<Hit> check(Site site) {
    return site.locations()
        .filter(location -> location.pattern().equals("/") && !location.server().has("root"))
        .flatMap(location -> location.scope().own("root"))
        .map(root ->
            Hit.at(
                root,
                "other locations of this server do not know this root",
                "move it up into the server"));
  }
}
