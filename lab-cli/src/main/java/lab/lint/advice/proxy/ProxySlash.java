package lab.lint.advice.proxy;

import java.util.stream.Stream;
import lab.lint.rule.Hit;
import lab.lint.rule.Rule;
import lab.lint.rule.Severity;
import lab.lint.site.Location;
import lab.lint.site.Proxy;
import lab.lint.site.Site;

/** Location and URI do not fit together: the path is glued wrongly. */
public final class ProxySlash implements Rule {
  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public String advice() {
    return "end both the location and the URI with a slash, or neither";
  }

  @Override
  public Stream<Hit> check(Site site) {
    return site.locations()
        .filter(location -> location.isPrefix() && !location.pattern().equals("/"))
        .flatMap(location ->
            site.proxies(location.scope())
                .filter(proxy -> !proxy.uri().isEmpty() && !proxy.hasVariable())
                .filter(proxy -> proxy.uri().endsWith("/") != location.pattern().endsWith("/"))
                .map(proxy -> hit(location, proxy)));
  }

  private static Hit hit(Location location, Proxy proxy) {
    var asked = location.pattern() + (location.pattern().endsWith("/") ? "one" : "/one");
    var sent = proxy.uri() + asked.substring(location.pattern().length());
    boolean slash = proxy.uri().endsWith("/");
    return Hit.at(
        proxy.target(),
        "a request for " + asked + " is passed on as " + sent,
        slash
            ? "write location " + location.pattern() + "/ or drop the last slash here"
            : "end this with a slash");
  }
}
