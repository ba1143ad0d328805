package lab.lint.mistake.meaning;

import java.util.stream.Stream;
import lab.lint.rule.Hit;
import lab.lint.rule.Rule;
import lab.lint.rule.Severity;
import lab.lint.site.Site;
import lab.lint.site.Upstream;
import lab.nginx.grammar.Context;
import lab.nginx.grammar.Grammar;

/** A group without a peer. */
public final class EmptyUpstream implements Rule {
  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public String advice() {
    return "add a server to the group";
  }

  @Override
  public Stream<Hit> check(Site site) {
    return site.upstreams()
        .filter(group -> group.peers().isEmpty() && !mayBeMisspelt(group))
        .map(group ->
            Hit.at(
                group.name(),
                "the upstream \"" + group.name() + "\" has no server",
                "add: server 127.0.0.1:PORT;"));
  }

  /** Whether a statement in the block may be the server that the person wrote. */
  private static boolean mayBeMisspelt(Upstream group) {
    return group.scope().directives().stream()
        .anyMatch(statement ->
            Grammar.stock().rule(statement.name().text(), Context.UPSTREAM).isEmpty()
                || statement.args().stream().anyMatch(word -> word.text().equals("server")));
  }
}
