package lab.lint.advice.proxy;

import java.util.stream.Stream;
import lab.lint.rule.Hit;
import lab.lint.rule.Rule;
import lab.lint.rule.Severity;
import lab.lint.site.LabFacts;
import lab.lint.site.Proxy;
import lab.lint.site.Site;

/** nginx gathers a stream's pieces instead of passing them on. */
public final class StreamBuffered implements Rule {
  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public String advice() {
    return "proxy_buffering off for the stream";
  }

  @Override
  public Stream<Hit> check(Site site) {
    return site.routed()
        .filter(routed -> routed.route().isStream())
        .flatMap(routed -> routed.proxy().stream())
        .filter(proxy -> proxy.scope().valueIs("proxy_buffering", "on", "on"))
        .map(proxy -> hit(site, proxy));
  }

  private static Hit hit(Site site, Proxy proxy) {
    var fix = "add here: proxy_buffering off;";
    var byDefault = site.facts().nginx().compareTo(LabFacts.KEEPS_CONNECTIONS) < 0 ? "1.0" : "1.1";
    return proxy.scope().valueIs("proxy_http_version", "1.0", byDefault)
        ? Hit.at(
            proxy.target(), "the stream is held back until its end, or until a buffer is full", fix)
        : Hit.at(
                proxy.target(),
                "the stream flows only as long as the application sends it in chunks",
                fix)
            .as(Severity.NOTE);
  }
}
