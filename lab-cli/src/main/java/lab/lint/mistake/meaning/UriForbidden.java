package lab.lint.mistake.meaning;

import java.util.Optional;
import java.util.stream.Stream;
import lab.lint.rule.Hit;
import lab.lint.rule.Rule;
import lab.lint.rule.Severity;
import lab.lint.site.Proxy;
import lab.lint.site.Site;
import lab.nginx.syntax.Span;

/** A target with a path, where nginx cannot tell what it would replace. */
public final class UriForbidden implements Rule {
  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public String advice() {
    return "leave the path out of the target";
  }

  @Override
  public Stream<Hit> check(Site site) {
    return site.proxies()
        .filter(proxy -> !proxy.uri().isEmpty() && !proxy.hasVariable())
        .filter(proxy -> place(site, proxy).isPresent())
        .map(proxy -> hit(proxy, place(site, proxy).orElseThrow()));
  }

  private static Optional<String> place(Site site, Proxy proxy) {
    if (!proxy.scope().is("location")) {
      return Optional.of(proxy.scope().name());
    }
    return site.location(proxy.scope())
        .filter(location -> location.isRegex() || location.isNamed())
        .map(location -> location.isRegex() ? "a regex location" : "a named location");
  }

  private static Hit hit(Proxy proxy, String place) {
    var raw = proxy.target().span().raw();
    int at = raw.lastIndexOf(proxy.uri());
    var span = proxy.target().span();
    var uri =
        at < 0
            ? span
            : new Span(span.source(), span.start() + at, span.start() + at + proxy.uri().length());
    return Hit.at(
            uri,
            "in " + place + " the target may have no path, not even /",
            "delete \"" + proxy.uri() + "\"")
        .replacing("");
  }
}
