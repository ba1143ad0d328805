package lab.lint.advice.proxy;

import java.util.stream.Stream;
import lab.lint.rule.Hit;
import lab.lint.rule.Rule;
import lab.lint.rule.Severity;
import lab.lint.site.Scope;
import lab.lint.site.Site;
import lab.nginx.syntax.Directive;

/** One header set here drops all those set outside. */
public final class SetHeaderDropped implements Rule {
  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public String advice() {
    return "repeat the outer proxy_set_header lines here";
  }

  @Override
  public Stream<Hit> check(Site site) {
    return site.scopes()
        .flatMap(
            scope -> scope.own("proxy_set_header").limit(1).flatMap(first -> hit(scope, first)));
  }

  private static Stream<Hit> hit(Scope scope, Directive first) {
    var lost = scope.dropped("proxy_set_header");
    return lost.isEmpty()
        ? Stream.empty()
        : Stream.of(
            Hit.at(
                first,
                "this drops the outer proxy_set_header of " + String.join(", ", lost),
                "repeat them here"));
  }
}
