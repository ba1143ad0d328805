package lab.lint.advice.proxy;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import lab.lint.rule.Hit;
import lab.lint.rule.Rule;
import lab.lint.rule.Severity;
import lab.lint.site.Scope;
import lab.lint.site.Site;
import lab.nginx.syntax.Directive;
import lab.nginx.syntax.Span;
import lab.nginx.syntax.Word;

/** An error page for the application's own errors that is never shown. */
public final class InterceptMissing implements Rule {
  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public String advice() {
    return "proxy_intercept_errors on";
  }

  private static final Set<String> OF_NGINX =
      Set.of("413", "414", "494", "495", "496", "497", "499", "502", "503", "504");

  @Override
  public Stream<Hit> check(Site site) {
    var made = made(site);
    return site.proxies()
        .filter(proxy -> proxy.scope().valueIs("proxy_intercept_errors", "off", "off"))
        .flatMap(proxy ->
            proxy.scope().inForce("error_page").stream()
                .flatMap(InterceptMissing::codes)
                .filter(code -> !isMade(code.text(), proxy.scope(), made)))
        .distinct()
        .map(code ->
            Hit.at(
                code,
                "a " + code + " of the application passes this error page by",
                "add beside proxy_pass: proxy_intercept_errors on;"));
  }

  private static Stream<Word> codes(Directive page) {
    return page.args().stream()
        .limit(Math.max(0, page.args().size() - 1))
        .filter(code -> code.text().matches("[3-5]\\d\\d") && !OF_NGINX.contains(code.text()));
  }

  /** The codes that nginx itself answers with, by the server that does, or outside of all. */
  private static Map<Optional<Span>, Set<String>> made(Site site) {
    var made = new HashMap<Optional<Span>, Set<String>>();
    site.scopes()
        .forEach(scope ->
            codes(scope)
                .forEach(
                    code -> made.computeIfAbsent(server(scope), any -> new HashSet<>()).add(code)));
    return made;
  }

  private static Stream<String> codes(Scope scope) {
    return Stream.of(
            limit(scope, "limit_req"),
            limit(scope, "limit_conn"),
            scope.has("deny") ? Stream.of("403") : Stream.<String>empty(),
            scope.has("auth_basic") ? Stream.of("401") : Stream.<String>empty(),
            scope
                .own("return")
                .flatMap(statement -> statement.args().stream().limit(1))
                .map(Word::text))
        .flatMap(codes -> codes);
  }

  private static Stream<String> limit(Scope scope, String directive) {
    return scope.has(directive)
        ? scope.value(directive + "_status").stream().map(Word::text)
        : Stream.empty();
  }

  private static boolean isMade(String code, Scope scope, Map<Optional<Span>, Set<String>> made) {
    return made.getOrDefault(server(scope), Set.of()).contains(code)
        || made.getOrDefault(Optional.<Span>empty(), Set.of()).contains(code);
  }

  private static Optional<Span> server(Scope scope) {
    return scope.outwards().filter(around -> around.is("server")).findFirst().flatMap(Scope::at);
  }
}
