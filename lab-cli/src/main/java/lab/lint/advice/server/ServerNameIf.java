package lab.lint.advice.server;

import java.util.stream.Stream;
import lab.lint.rule.Hit;
import lab.lint.rule.Rule;
import lab.lint.rule.Severity;
import lab.lint.site.Site;

/** A server asks for the host name by if. */
public final class ServerNameIf implements Rule {
  @Override
  public Severity severity() {
    return Severity.NOTE;
  }

  @Override
  public String advice() {
    return "make it a server of its own";
  }

  @Override
  public Stream<Hit> check(Site site) {
    return site.scopes("if")
        .filter(scope -> scope.parent().filter(around -> around.is("server")).isPresent())
        .flatMap(scope -> scope.block().stream())
        .filter(condition ->
            condition.args().stream()
                .anyMatch(word -> word.text().matches("\\(?\\$(http_)?host.*")))
        .map(condition ->
            Hit.at(
                condition,
                "the name is compared on every request",
                "write a second server with that server_name"));
  }
}
