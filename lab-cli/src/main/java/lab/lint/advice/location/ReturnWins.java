package lab.lint.advice.location;

import java.util.stream.Stream;
import lab.lint.rule.Hit;
import lab.lint.rule.Rule;
import lab.lint.rule.Severity;
import lab.lint.site.Site;

/** A location returns and never passes a request on. */
public final class ReturnWins implements Rule {
  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public String advice() {
    return "take one of the two out";
  }

  @Override
  public Stream<Hit> check(Site site) {
    return site.locations()
        .filter(location -> location.scope().has("proxy_pass"))
        .flatMap(location -> location.scope().own("return").limit(1))
        .map(statement ->
            Hit.at(
                statement,
                "this answers every request: the proxy_pass beside it is never reached",
                "delete one of the two"));
  }
}
