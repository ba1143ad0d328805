package lab.lint.mistake.argument;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
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
  private static final List<String> LIMIT_REQ = List.of("zone=", "burst=", "nodelay", "delay=");
  private static final Set<String> FALSE = Set.of("0", "false", "no", "off");

  @Override
  public Stream<Hit> check(Site site) {
    var listens = site.listens().flatMap(listen -> hits(listen.directive(), 1, LISTEN));
    var peers =
        site.upstreams()
            .flatMap(group -> group.peers().stream())
            .flatMap(peer -> hits(peer.directive(), 1, PEER));
    var rewrites = site.all("rewrite").flatMap(stated -> hits(stated.directive(), 2, REWRITE));
    var limits = site.all("limit_req").flatMap(stated -> hits(stated.directive(), 0, LIMIT_REQ));
    return Stream.of(listens, peers, rewrites, limits).flatMap(all -> all);
  }

  private static Stream<Hit> hits(Directive statement, int from, List<String> known) {
    return IntStream.range(from, statement.args().size())
        .filter(at -> !isKnown(statement.args().get(at).text(), known))
        .limit(1)
        .mapToObj(at -> hit(statement, at, known));
  }

  static boolean isKnown(String text, List<String> known) {
    return known.stream()
        .anyMatch(name -> name.endsWith("=") ? text.startsWith(name) : text.equals(name));
  }

  private static Hit hit(Directive statement, int at, List<String> known) {
    var word = statement.args().get(at);
    var message = "\"" + word + "\" is no parameter of \"" + statement.name() + "\"";
    return Assigned.in(statement.args(), at, known)
        .map(assigned -> assigned.hit(message))
        .or(() -> Addresses.mended(statement, at, known))
        .or(() -> RewriteFlag.meant(statement, at).map(flag -> meant(word, message, flag)))
        .or(() -> near(word, message, known))
        .orElseGet(() ->
            Hit.at(
                word,
                message,
                statement.is("rewrite")
                    ? "write last, break, redirect or permanent"
                    : "delete it, or write one that it takes"));
  }

  /** A misspelt parameter; one that needs a value is not written without. */
  private static Optional<Hit> near(Word word, String message, List<String> known) {
    int sign = word.text().indexOf('=') + 1;
    var name = sign == 0 ? word.text() : word.text().substring(0, sign);
    return Nearest.of(name, known)
        .map(near -> {
          if (!near.endsWith("=")) {
            boolean no = sign > 0 && FALSE.contains(word.text().substring(sign));
            return no
                ? Hit.at(word, message, "delete it").replacing("")
                : meant(word, message, near);
          }
          return sign == 0
              ? Hit.at(word, message, "write its value behind it: " + near + "VALUE")
              : meant(word, message, near + word.text().substring(sign));
        });
  }

  private static Hit meant(Word word, String message, String text) {
    return Hit.at(word, message, "did you mean \"" + text + "\"?").replacing(text);
  }
}
