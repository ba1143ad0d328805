package lab.lint.mistake.meaning;

import java.util.HashMap;
import java.util.List;
import java.util.stream.Stream;
import lab.lint.rule.Edit;
import lab.lint.rule.Hit;
import lab.lint.rule.Line;
import lab.lint.rule.Rule;
import lab.lint.rule.Severity;
import lab.lint.site.Listen;
import lab.lint.site.Site;
import lab.nginx.syntax.Span;

/** A server listens twice at one address. */
public final class DuplicateListen implements Rule {
  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public String advice() {
    return "delete one of the two";
  }

  @Override
  public Stream<Hit> check(Site site) {
    var seen = new HashMap<Object, Listen>();
    return site.listens()
        .flatMap(listen -> {
          var first = seen.putIfAbsent(List.of(listen.scope().at(), listen.address()), listen);
          return first == null
              ? Stream.empty()
              : Stream.of(
                  Hit.at(
                          listen.directive(),
                          "this server listens there in "
                              + Line.of(
                                  first.directive().name().span(), listen.directive().name().span())
                              + " already",
                          "delete one of the two")
                      .with(
                          new Edit(
                              new Span(
                                  listen.directive().name().span().source(),
                                  listen.directive().name().span().start(),
                                  listen.directive().terminator().end()),
                              "")));
        });
  }
}
