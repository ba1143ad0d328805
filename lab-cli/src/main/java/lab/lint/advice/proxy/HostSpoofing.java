package lab.lint.advice.proxy;

import java.util.stream.Stream;
import lab.lint.rule.Hit;
import lab.lint.rule.Rule;
import lab.lint.rule.Severity;
import lab.lint.site.Site;
import lab.lint.site.Site.Stated;

/** The client's Host header is passed on unchecked. */
public final class HostSpoofing implements Rule {
  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public String advice() {
    return "pass $host instead of $http_host";
  }

  @Override
  public Stream<Hit> check(Site site) {
    return site.all("proxy_set_header")
        .map(Stated::directive)
        .filter(header ->
            header.args().size() == 2 && header.args().getFirst().text().equalsIgnoreCase("host"))
        .map(header -> header.args().getLast())
        .filter(value -> value.text().equals("$http_host"))
        .map(value ->
            Hit.at(value, "$http_host is whatever the client wrote", "write $host")
                .replacing("$host"));
  }
}
