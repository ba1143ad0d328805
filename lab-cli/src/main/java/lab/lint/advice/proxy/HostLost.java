package lab.lint.advice.proxy;

import java.util.stream.Stream;
import lab.lint.rule.Hit;
import lab.lint.rule.Rule;
import lab.lint.rule.Severity;
import lab.lint.site.Site;
import lab.nginx.syntax.Directive;

/** The application sees the group's name instead of the host that was asked for. */
public final class HostLost implements Rule {
  @Override
  public Severity severity() {
    return Severity.NOTE;
  }

  @Override
  public String advice() {
    return "proxy_set_header Host $host";
  }

  @Override
  public Stream<Hit> check(Site site) {
    return site.proxies()
        .filter(proxy -> site.group(proxy).isPresent())
        .filter(proxy ->
            proxy.scope().inForce("proxy_set_header").stream().noneMatch(HostLost::setsHost))
        .map(proxy ->
            Hit.at(
                proxy.target(),
                "the application is told Host: " + proxy.authority(),
                "if it builds links, add: proxy_set_header Host $host;"));
  }

  private static boolean setsHost(Directive header) {
    return !header.args().isEmpty() && header.args().getFirst().text().equalsIgnoreCase("host");
  }
}
