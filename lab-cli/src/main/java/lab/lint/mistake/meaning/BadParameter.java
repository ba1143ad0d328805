package lab.lint.mistake.meaning;

import java.util.List;
import java.util.stream.Stream;
import lab.lint.rule.Hit;
import lab.lint.rule.Rule;
import lab.lint.rule.Severity;
import lab.lint.site.Site;
import lab.nginx.syntax.Directive;
import lab.nginx.syntax.Word;
import lab.problem.Nearest;

/** A word that is no parameter of this directive. */
public final class BadParameter implements Rule {
  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public String advice() {
    return "write a parameter that it takes";
  }

  private static final List<String> LISTEN =
      List.of(
          "default_server",
          "default",
          "ssl",
          "http2",
          "quic",
          "proxy_protocol",
          "reuseport",
          "deferred",
          "bind",
          "ipv6only=",
          "backlog=",
          "rcvbuf=",
          "sndbuf=",
          "setfib=",
          "fastopen=",
          "accept_filter=",
          "so_keepalive=",
          "spdy",
          "multipath");
  private static final List<String> PEER =
      List.of(
          "weight=",
          "max_conns=",
          "max_fails=",
          "fail_timeout=",
          "slow_start=",
          "backup",
          "down",
          "resolve",
          "service=",
          "route=",
          "drain");
  private static final List<String> REWRITE = List.of("last", "break", "redirect", "permanent");

  @Override
  public Stream<Hit> check(Site site) {
    var listens = site.listens().flatMap(listen -> hits(listen.directive(), 1, LISTEN));
    var peers =
        site.upstreams()
            .flatMap(group -> group.peers().stream())
            .flatMap(peer -> hits(peer.directive(), 1, PEER));
    var rewrites = site.all("rewrite").flatMap(stated -> hits(stated.directive(), 2, REWRITE));
    return Stream.of(listens, peers, rewrites).flatMap(all -> all);
  }

  private static Stream<Hit> hits(Directive statement, int from, List<String> known) {
    return statement.args().stream()
        .skip(from)
        .filter(word ->
            known.stream()
                .noneMatch(name ->
                    name.endsWith("=") ? word.text().startsWith(name) : word.text().equals(name)))
        .limit(1)
        .map(word -> hit(statement, word, known));
  }

  private static Hit hit(Directive statement, Word word, List<String> known) {
    int sign = word.text().indexOf('=') + 1;
    var name = sign == 0 ? word.text() : word.text().substring(0, sign);
    var message = "\"" + word + "\" is no parameter of \"" + statement.name() + "\"";
    return Nearest.of(name, known)
        .map(near ->
            Hit.at(word, message, "did you mean \"" + near + "\"?")
                .replacing(near + word.text().substring(sign == 0 ? word.text().length() : sign)))
        .orElse(Hit.at(word, message, "delete it"));
  }
}
