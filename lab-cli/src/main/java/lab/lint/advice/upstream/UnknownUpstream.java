package lab.lint.advice.upstream;

import java.util.List;
import java.util.stream.Stream;
import lab.lint.rule.Hit;
import lab.lint.rule.Rule;
import lab.lint.rule.Severity;
import lab.lint.rule.Spelling;
import lab.lint.site.Proxy;
import lab.lint.site.Site;

/** A request is passed to a name that is no upstream of this file. */
public final class UnknownUpstream implements Rule {
  private static final int SHOWN = 8;

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public String advice() {
    return "name an upstream that this file declares";
  }

  @Override
  public Stream<Hit> check(Site site) {
    var declared = site.upstreams().map(group -> group.name().text()).toList();
    var spelling = new Spelling(declared);
    return site.proxies()
        .filter(proxy ->
            proxy.authority().matches("[A-Za-z_][\\w-]*") && !proxy.host().equals("localhost"))
        .filter(proxy -> site.group(proxy).isEmpty())
        .map(proxy -> hit(proxy, declared, spelling));
  }

  private static Hit hit(Proxy proxy, List<String> declared, Spelling spelling) {
    var message = "no upstream is called \"" + proxy.authority() + "\"";
    return spelling
        .nearest(proxy.authority())
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
                    : "declared are: " + shown(declared)));
  }

  private static String shown(List<String> declared) {
    var first = String.join(", ", declared.subList(0, Math.min(SHOWN, declared.size())));
    return declared.size() > SHOWN ? first + ", ..." : first;
  }
}
