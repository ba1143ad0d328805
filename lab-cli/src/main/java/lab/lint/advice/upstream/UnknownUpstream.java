package lab.lint.advice.upstream;

import java.util.stream.Stream;
import lab.lint.rule.Hit;
import lab.lint.rule.Rule;
import lab.lint.rule.Severity;
import lab.lint.site.Proxy;
import lab.lint.site.Site;
import lab.problem.Nearest;

/** A request is passed to a name that is no upstream of this file. */
public final class UnknownUpstream implements Rule {
  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public String advice() {
    return "name an upstream that this file declares";
  }

  @Override
  public Stream<Hit> check(Site site) {
    return site.proxies()
        .filter(proxy ->
            proxy.authority().matches("[A-Za-z_][\\w-]*") && !proxy.host().equals("localhost"))
        .filter(proxy -> site.group(proxy).isEmpty())
        .map(proxy -> hit(site, proxy));
  }

  private static Hit hit(Site site, Proxy proxy) {
    var declared = site.upstreams().map(group -> group.name().text()).toList();
    var message = "no upstream is called \"" + proxy.authority() + "\"";
    return Nearest.of(proxy.authority(), declared)
        .map(near ->
            Hit.at(proxy.target(), message, "did you mean \"" + near + "\"?")
                .replacing(
                    proxy.target().span().raw().replace("//" + proxy.authority(), "//" + near)))
        .orElse(
            Hit.at(
                proxy.target(),
                message,
                declared.isEmpty()
                    ? "declare it: upstream " + proxy.authority() + " { server 127.0.0.1:PORT; }"
                    : "declared are: " + String.join(", ", declared)));
  }
}
