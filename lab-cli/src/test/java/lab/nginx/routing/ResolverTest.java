package lab.nginx.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import lab.nginx.routing.engine.Resolver;
import lab.nginx.syntax.MemoryFiles;
import org.junit.jupiter.api.Test;

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
