package lab.lint.advice.server;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import lab.lint.rule.Hit;
import lab.lint.rule.Rule;
import lab.lint.rule.Severity;
import lab.lint.site.Scope;
import lab.lint.site.Site;
import lab.nginx.syntax.Word;

/** A server listens where nobody asks. */
public final class ServerUnreachable implements Rule {
  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public String advice() {
    return "listen on the port that the lab's traffic goes to";
  }

  @Override
  public Stream<Hit> check(Site site) {
    int port = site.facts().driverPort();
    var targets = targets(site);
    return site.servers()
        .filter(server -> server.has("listen") && !site.listensOn(server, port))
        .flatMap(
            server -> server.own("listen").limit(1).filter(listen -> !asked(site, server, targets)))
        .map(listen ->
            Hit.at(
                listen,
                "the lab's traffic goes to port " + port + ": this server never sees it",
                "write: listen 127.0.0.1:" + port + ";"));
  }

  private static boolean asked(Site site, Scope server, String targets) {
    return site.listens(server)
        .filter(listen -> listen.port().isPresent())
        .anyMatch(listen -> targets.contains(":" + listen.port().getAsInt()));
  }

  /** All that requests are passed to, in one text. */
  private static String targets(Site site) {
    return Stream.concat(site.all("proxy_pass"), site.all("server"))
        .flatMap(stated -> stated.directive().args().stream())
        .map(Word::text)
        .distinct()
        .collect(Collectors.joining("\n"));
  }
}
