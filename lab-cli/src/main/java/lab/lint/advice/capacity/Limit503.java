package lab.lint.advice.capacity;

import java.util.stream.Stream;
import lab.lint.rule.Hit;
import lab.lint.rule.Rule;
import lab.lint.rule.Severity;
import lab.lint.site.Site;

/** A client over its limit is told that the server is broken. */
public final class Limit503 implements Rule {
  @Override
  public Severity severity() {
    return Severity.NOTE;
  }

  @Override
  public String advice() {
    return "limit_req_status 429";
  }

  @Override
  public Stream<Hit> check(Site site) {
    return Stream.of("limit_req", "limit_conn")
        .flatMap(limit ->
            site.all(limit)
                .filter(stated -> stated.scope().value(limit + "_status").isEmpty())
                .map(stated ->
                    Hit.at(
                        stated.directive(),
                        "a refused client gets 503, as if the server were down",
                        "add: " + limit + "_status 429;")));
  }
}
