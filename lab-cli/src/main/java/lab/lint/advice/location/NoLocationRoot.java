package lab.lint.advice.location;

import java.util.stream.Stream;
import lab.lint.rule.Hit;
import lab.lint.rule.Rule;
import lab.lint.rule.Severity;
import lab.lint.site.Site;

/** A server has no location for the rest of its paths. */
public final class NoLocationRoot implements Rule {
  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public String advice() {
    return "add location / with a proxy_pass";
  }

  @Override
  public Stream<Hit> check(Site site) {
    return site.driven().stream()
        .filter(server ->
            !server.has("root") && !server.has("return") && site.winner(server, "/").isEmpty())
        .filter(server -> server.children("location").findAny().isPresent())
        .flatMap(server -> server.block().stream())
        .map(server ->
            Hit.at(
                server.name(),
                "no location takes /: nginx looks for files in a folder of its own",
                "add: location / { proxy_pass http://...; }"));
  }
}
