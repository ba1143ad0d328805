package lab.lint.mistake.argument;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import lab.lint.rule.Hit;
import lab.lint.rule.Rule;
import lab.lint.rule.Severity;
import lab.lint.rule.Spelling;
import lab.lint.site.Proxy;
import lab.lint.site.Site;

/** A target that gives an upstream a port. */
public final class UpstreamPort implements Rule {
  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public String advice() {
    return "name the upstream without a port";
  }

  @Override
  public Stream<Hit> check(Site site) {
    var declared = site.upstreams().map(group -> group.name().text()).toList();
    var spelling = new Spelling(declared);
    return site.proxies()
        .filter(proxy -> !proxy.hasVariable() && !proxy.scheme().isEmpty())
        .filter(proxy -> proxy.authority().matches("[A-Za-z_][\\w-]*:\\d+"))
        .filter(proxy -> !proxy.host().equals("localhost") && site.group(proxy).isEmpty())
        .flatMap(proxy -> hit(site, proxy, declared, spelling).stream());
  }

  private static Optional<Hit> hit(
      Site site, Proxy proxy, List<String> declared, Spelling spelling) {
    var name = proxy.host();
    if (site.upstream(name).isPresent()) {
      return Optional.of(
          meant(proxy, "the upstream \"" + name + "\" has no port: its servers have", name));
    }
    return declared.isEmpty()
        ? Optional.empty()
        : spelling
            .nearest(name)
            .map(near ->
                meant(proxy, "no upstream is called \"" + name + "\", and none has a port", near));
  }

  private static Hit meant(Proxy proxy, String message, String name) {
    var target = proxy.scheme() + "://" + name + proxy.uri();
    return Hit.at(proxy.target(), message, "write " + target).replacing(target);
  }
}
