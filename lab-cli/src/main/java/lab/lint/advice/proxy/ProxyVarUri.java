package lab.lint.advice.proxy;

import java.util.stream.Stream;
import lab.lint.rule.Hit;
import lab.lint.rule.Rule;
import lab.lint.rule.Severity;
import lab.lint.site.Site;

/** With a variable and a fixed URI every request is passed on with the same path. */
public final class ProxyVarUri implements Rule {
  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public String advice() {
    return "leave the URI out, or write $request_uri";
  }

  @Override
  public Stream<Hit> check(Site site) {
    return site.proxies()
        .filter(proxy ->
            proxy.authority().contains("$") && !proxy.uri().isEmpty() && !proxy.uri().contains("$"))
        .map(proxy ->
            Hit.at(
                proxy.target(),
                "every request is passed on as \"" + proxy.uri() + "\": path and query are lost",
                "delete the URI, or write $request_uri in its place"));
  }
}
