package lab.nginx.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import lab.nginx.routing.engine.Resolver;
import lab.nginx.syntax.closure.MemoryFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Odd corners, each seen on a running nginx 1.22.1 by the generated configurations. */
class ResolverTest {
  private static final String SHOW = "return 200 \"$host|$uri|$args|$request_uri\";";

  @Test
  void takesTheHostOfAWholeUrlBeforeTheHostLine() {
    var file = server("listen 80;", SHOW);
    assertThat(text(file, request("GET", "HTTP://One.test:99/a/../b?q", "other")))
        .isEqualTo("one.test|/b|q|/a/../b?q");
    assertThat(text(file, request("GET", "http://one.test", "other"))).isEqualTo("one.test|/||/");
    assertThat(text(file, request("GET", "http://one.test?q", "other")))
        .isEqualTo("one.test|/|q|?q");
    assertThat(status(file, request("GET", "http:/one.test", "other"))).isEqualTo(400);
    assertThat(status(file, request("GET", "http://a_b/", "other"))).isEqualTo(400);
    assertThat(status(file, request("GET", "*", "other"))).isEqualTo(400);
  }

  @Test
  void refusesAMethodThatIsNoUpperCaseWord() {
    var file = server("listen 80;", SHOW);
    assertThat(status(file, request("get", "/", "h"))).isEqualTo(400);
    assertThat(text(file, request("X-Y_Z", "/", "h"))).isEqualTo("h|/||/");
  }

  /** Such a file is refused by nginx; whoever asks about it is answered all the same. */
  @Test
  void outlivesAProxyPassWithoutAnAddress() {
    var file =
        server("listen 80;", "location / { proxy_pass http://$host; } location /x { proxy_pass; }");
    assertThat(text(file, request("GET", "/", "h"))).isEqualTo("no text");
  }

  @Test
  void outlivesASetWithoutWordsInABlockThatItDoesNotKnow() {
    var http = server("listen 80; made_up { set; }", "return 200 $nobody;");
    var file = "load_module made_up.so; events { } http { " + http + " }";
    assertThat(
            new Resolver(MemoryFiles.load(file), Surroundings.allUp())
                .explain(request("GET", "/", "h"))
                .outcome())
        .isEqualTo(
            new Outcome.Unknown("the value of $nobody is not known before the request is made"));
  }

  @Test
  void withoutAModuleNobodyKnowsAMisspeltName() {
    var file = server("listen 80;", "proxypass http://127.0.0.1:1;");
    assertThat(outcome(file, request("GET", "/", "h")))
        .isEqualTo(
            new Outcome.Unknown(
                "nginx refuses the file: unknown directive \"proxypass\" in nginx.conf:1"));
  }

  @Test
  void aDirectiveOfAnOlderReleaseIsNoMisspeltName() {
    var file = server("listen 80; http2_push_preload on;", SHOW);
    assertThat(text(file, request("GET", "/", "h"))).isEqualTo("h|/||/");
  }

  @ParameterizedTest
  @ValueSource(strings = {"set;", "x;", "default;", "x y z;"})
  void cannotTellOfATableWithARowThatNginxRefuses(String row) {
    var file = "map $uri $m { " + row + " } " + server("listen 80;", "return 200 fine;");
    assertThat(outcome(file, request("GET", "/", "h")))
        .isInstanceOfSatisfying(
            Outcome.Unknown.class,
            unknown -> assertThat(unknown.reason()).startsWith("nginx refuses the row"));
  }

  @Test
  void looksAtNothingBehindTheColonOfAHost() {
    var file = server("listen 80;", SHOW);
    assertThat(text(file, request("GET", "/", "One.test:80:90"))).startsWith("one.test|");
    assertThat(text(file, request("GET", "/", "[::1]:99"))).startsWith("[::1]|");
    assertThat(status(file, request("GET", "/", ""))).isEqualTo(400);
    assertThat(status(file, request("GET", "/", "one test"))).isEqualTo(400);
  }

  @Test
  void asksNoExpressionOfAMapAboutNothing() {
    var file =
        "map $arg_q $m { default no; ~.* any; } " + server("listen 80;", "return 200 \"$m\";");
    assertThat(text(file, request("GET", "/", "h"))).isEqualTo("no");
    assertThat(text(file, request("GET", "/?q=x", "h"))).isEqualTo("any");
  }

  @Test
  void knowsRangesAndTakesWhatIsNoAddressForTheHighest() {
    var file =
        "geo $arg_q $g { ranges; default out; 10.0.0.0-10.0.0.9 low; 255.255.255.255-255.255.255.255 none; } "
            + server("listen 80;", "return 200 \"$g\";");
    assertThat(text(file, request("GET", "/?q=10.0.0.9", "h"))).isEqualTo("low");
    assertThat(text(file, request("GET", "/?q=10.0.0.10", "h"))).isEqualTo("out");
    assertThat(text(file, request("GET", "/", "h"))).isEqualTo("none");
  }

  @Test
  void keepsTheDefaultServersOfOneAddressAndOfAllApart() {
    var file =
        server("listen 127.0.0.1:80;", "return 200 first;")
            + server("listen 127.0.0.1:80; listen *:80 default_server;", "return 200 second;");
    assertThat(text(file, request("GET", "/", "h"))).isEqualTo("first");
  }

  @Test
  void letsAWildcardTakeAHostThatBeginsWithItsDot() {
    var file =
        server("listen 80;", "return 200 first;")
            + server("listen 80; server_name *.test;", "return 200 wild;");
    assertThat(text(file, request("GET", "/", ".test"))).isEqualTo("wild");
  }

  @Test
  void replacesNoStatusBelow400() {
    var file = server("listen 80; error_page 304 404 /x;", "return 304;");
    assertThat(status(file, request("GET", "/", "h"))).isEqualTo(304);
  }

  @Test
  void escapesWhatMayNotStandInAUrl() {
    var file = server("listen 80; error_page 404 /x$uri;", "return 404;");
    var proxy = file.replace("location /", "location /x { proxy_pass http://g; } location /");
    assertThat(
            outcome(
                "upstream g { server 127.0.0.1:1; } " + proxy,
                request("GET", "/a\"<>\\^`{|}~[]", "h")))
        .isInstanceOfSatisfying(
            Outcome.Proxied.class,
            proxied -> assertThat(proxied.uri()).isEqualTo("/x/a%22%3C%3E%5C%5E%60%7B%7C%7D~[]"));
  }

  @Test
  void dropsAPercentSignThatIsNoEscapeFromARedirect() {
    var file = server("listen 80;", "rewrite ^ http://y.test$uri?;");
    assertThat(location(file, request("GET", "/a%25b", "h"))).isEqualTo("http://y.test/a");
    assertThat(location(file, request("GET", "/a%25zb", "h"))).isEqualTo("http://y.test/azb");
    assertThat(location(file, request("GET", "/a%2541b", "h"))).isEqualTo("http://y.test/aAb");
  }

  @Test
  void knowsTheProxiedHostOnlyWhileItProxies() {
    var file = server("listen 80;", "return 200 \"<$proxy_host>\";");
    assertThat(text(file, request("GET", "/", "h"))).isEqualTo("<>");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "upstream u { server 127.0.0.1:1 weight=x; } server { location / { proxy_pass http://u; } }",
        "upstream u { server 127.0.0.1:1 weight=0; } server { location / { proxy_pass http://u; } }",
        "upstream u { hash $uri; server 127.0.0.1:1 nothing; } server { location / { return 1; } }",
        "upstream u { hash a; server 127.0.0.1:1 backup; } server { location / { proxy_pass http://u; } }",
        "server { location / { proxy_pass; } }",
        "server { location / { set \"\" x; return 200; } }",
        "server { location = / { alias \"\"; } }",
        "server { location / { return 99999999999; } }",
        "server { listen 80:x; listen 99999; }",
        "server { if ($uri ^(x)) { return 200; } location / { return 200; } }",
        "server { if (-q $uri) { return 200; } location / { return 200; } }",
        "server { if (\"\") { return 200; } location / { return 200; } }",
        "geo $g { 10.0.0.1; } server { location / { return 200 $g; } }",
        "geo $g { 10.0.0.0/99 x; } server { location / { return 200 $g; } }",
        "split_clients $uri $s { ten x; } server { location / { return 200 $s; } }",
        "server { error_page 404 =x /y; location / { return 404; } }",
        "server { rewrite ^ \"\" last; return 200; }",
        "server { location / { proxy_pass http://127.0.0.1:99999; } }",
        "server { location / { proxy_pass a; } }",
        "upstream u { } server { return 200; }",
        "upstream u { server 127.0.0.1:1 backup; } server { return 200; }"
      })
  void cannotTellOfAFileThatNginxRefusesOrThatIsTooOdd(String http) {
    assertThat(outcome(http, request("GET", "/", "h"))).isInstanceOf(Outcome.Unknown.class);
  }

  @Test
  void aFreshLimitLetsItsBurstPassAndNoMoreIsCertain() {
    var file =
        "limit_req_zone $arg_k zone=z:1m rate=1r/s; "
            + server("listen 80;", "limit_req zone=z burst=1; proxy_pass http://127.0.0.1:1;");
    var resolver = resolver(file);
    assertThat(next(resolver, "GET", "/?k=a")).isInstanceOf(Outcome.Proxied.class);
    assertThat(next(resolver, "GET", "/?k=a")).isInstanceOf(Outcome.Proxied.class);
    assertThat(next(resolver, "GET", "/")).as("no key").isInstanceOf(Outcome.Proxied.class);
    assertThat(next(resolver, "GET", "/?k=a")).isInstanceOf(Outcome.Unknown.class);
    assertThat(next(resolver, "GET", "/?k=b"))
        .as("one request went where nobody can tell, a burst of one has room for it")
        .isInstanceOf(Outcome.Proxied.class);
    assertThat(next(resolver, "GET", "/?k=b")).isInstanceOf(Outcome.Unknown.class);
  }

  @Test
  void anEmptyCacheHasNothingAndLaterOnItMay() {
    var file =
        "proxy_cache_path c keys_zone=c:1m; "
            + server(
                "listen 80;",
                "proxy_cache c; proxy_cache_bypass $arg_b; proxy_pass http://127.0.0.1:1;");
    var resolver = resolver(file);
    assertThat(next(resolver, "HEAD", "/a"))
        .isInstanceOfSatisfying(
            Outcome.Proxied.class, one -> assertThat(one.method()).isEqualTo("GET"));
    assertThat(next(resolver, "GET", "/b")).isInstanceOf(Outcome.Proxied.class);
    assertThat(next(resolver, "POST", "/a"))
        .as("only GET and HEAD are cached")
        .isInstanceOfSatisfying(
            Outcome.Proxied.class, one -> assertThat(one.method()).isEqualTo("POST"));
    assertThat(next(resolver, "GET", "/c?b=1")).isInstanceOf(Outcome.Proxied.class);
    assertThat(next(resolver, "GET", "/c?b=1")).as("bypassed").isInstanceOf(Outcome.Proxied.class);
    assertThat(next(resolver, "GET", "/a")).isInstanceOf(Outcome.Unknown.class);
    assertThat(next(resolver, "GET", "/d"))
        .as("where the last one went cannot be told")
        .isInstanceOf(Outcome.Unknown.class);
  }

  private static Resolver resolver(String http) {
    return new Resolver(MemoryFiles.load("events { } http { " + http + " }"), Surroundings.allUp());
  }

  private static Outcome next(Resolver resolver, String method, String uri) {
    return resolver.explain(request(method, uri, "h")).outcome();
  }

  private static String server(String settings, String statement) {
    return "server { " + settings + " location / { " + statement + " } } ";
  }

  private static Request request(String method, String uri, String host) {
    return new Request(uri, method, Optional.of(host), Optional.of("127.0.0.1:80"));
  }

  private static Outcome outcome(String http, Request request) {
    var configuration = MemoryFiles.load("events { } http { " + http + " }");
    return new Resolver(configuration, Surroundings.allUp()).explain(request).outcome();
  }

  private static String text(String http, Request request) {
    return outcome(http, request) instanceof Outcome.Text(int _, String body) ? body : "no text";
  }

  private static int status(String http, Request request) {
    return outcome(http, request) instanceof Outcome.Status status ? status.status() : 0;
  }

  private static String location(String http, Request request) {
    return outcome(http, request) instanceof Outcome.Redirected(int _, String to) ? to : "";
  }
}
