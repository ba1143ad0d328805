package lab.lint.advice.upstream;

import java.util.List;
import java.util.stream.Stream;
import lab.lint.rule.Hit;
import lab.lint.rule.Rule;
import lab.lint.rule.Severity;
import lab.lint.site.Site;
import lab.lint.site.Upstream;

/** A balancing method that stands after {@code keepalive} replaces it. */
public final class KeepaliveOrder implements Rule {
  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public String advice() {
    return "write the balancing method before keepalive";
  }

  private static final List<String> METHODS = List.of("least_conn", "ip_hash", "hash", "random");

  @Override
  public Stream<Hit> check(Site site) {
    return site.upstreams()
        .filter(group -> group.scope().has("keepalive"))
        .flatMap(KeepaliveOrder::late);
  }

  private static Stream<Hit> late(Upstream group) {
    return group.scope().directives().stream()
        .dropWhile(statement -> !statement.is("keepalive"))
        .filter(statement -> METHODS.contains(statement.name().text()))
        .map(method ->
            Hit.at(
                method,
                "\"" + method.name() + "\" after \"keepalive\" switches the kept connections off",
                "move this line above \"keepalive\""));
  }
}
