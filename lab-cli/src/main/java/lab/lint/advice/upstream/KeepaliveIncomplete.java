package lab.lint.advice.upstream;

import java.util.stream.Stream;
import lab.lint.rule.Hit;
import lab.lint.rule.Releases;
import lab.lint.rule.Rule;
import lab.lint.rule.Severity;
import lab.lint.site.LabFacts;
import lab.lint.site.Scope;
import lab.lint.site.Site;

/**
 * Connections to a group are to be kept, but each request still asks for the connection to be
 * closed.
 */
public final class KeepaliveIncomplete implements Rule {
  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public String advice() {
    return "add proxy_http_version 1.1 and proxy_set_header Connection \"\"";
  }

  @Override
  public Releases releases() {
    return Releases.before(LabFacts.KEEPS_CONNECTIONS);
  }

  @Override
  public Stream<Hit> check(Site site) {
    return site.proxies()
        .filter(
            proxy -> site.group(proxy).filter(group -> group.scope().has("keepalive")).isPresent())
        .filter(proxy -> !complete(proxy.scope()))
        .map(proxy ->
            Hit.at(
                proxy.target(),
                "\""
                    + proxy.authority()
                    + "\" keeps connections, but requests from here close theirs",
                "add here: proxy_http_version 1.1; proxy_set_header Connection \"\";"));
  }

  private static boolean complete(Scope scope) {
    return scope.valueIs("proxy_http_version", "1.1", "1.0")
        && scope.inForce("proxy_set_header").stream()
            .anyMatch(header ->
                header.args().size() == 2
                    && header.args().getFirst().text().equalsIgnoreCase("connection")
                    && header.args().getLast().text().isEmpty());
  }
}
