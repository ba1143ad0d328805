package lab.lint.advice.proxy;

import java.util.stream.Stream;
import lab.lint.rule.Hit;
import lab.lint.rule.Rule;
import lab.lint.rule.Severity;
import lab.lint.site.Site;
import lab.lint.site.Site.Stated;

/** Every request asks the application to change the protocol. */
public final class ConnectionUpgradeFixed implements Rule {
  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public String advice() {
    return "choose the Connection header by a map on $http_upgrade";
  }

  @Override
  public Stream<Hit> check(Site site) {
    return site.all("proxy_set_header")
        .map(Stated::directive)
        .filter(header -> header.args().size() == 2)
        .filter(header -> header.args().getFirst().text().equalsIgnoreCase("connection"))
        .map(header -> header.args().getLast())
        .filter(value -> value.text().equalsIgnoreCase("upgrade"))
        .map(value ->
            Hit.at(
                value,
                "every request says Connection: upgrade, WebSocket or not",
                "use a variable from a map on $http_upgrade"));
  }
}
