package lab.nginx.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import lab.nginx.routing.engine.Resolver;
import lab.nginx.syntax.closure.MemoryFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names and values of variables, each seen on a running nginx 1.22.1. */
class VariablesTest {
  @ParameterizedTest
  @CsvSource({
    "set $A x; set $a y; return 200 \"$A\", y",
    "set $Name $Host; return 200 $nAME, h",
    "return 200 \"$URI ${Args} $ARG_Q\", / q=1 1",
    "if ($Arg_q = 1) { return 200 \"$Request_Method\"; }, GET",
    "if ($uri ~ ^(?<Whole>.*)$) { return 200 \"$whole\"; }, /",
    "set $Args z; return 200 \"$query_string\", z",
    "return 200 \"$POOL $Low $Geo\", p low g",
  })
  void namesHaveNoCase(String statements, String body) {
    var tables =
        "map $uri $Pool { default p; } split_clients $URI $LOW { * low; }"
            + " geo $GEO { default g; } ";
    assertThat(text(tables, statements, "/?q=1")).isEqualTo(body);
  }

  @Test
  void aTargetInAVariableIsFoundWhateverItsCase() {
    var file =
        "upstream a { server 127.0.0.1:1; } server { listen 80;"
            + " set $Backend a; location / { proxy_pass http://$backend; } }";
    assertThat(outcome(file, "/"))
        .isInstanceOfSatisfying(
            Outcome.Proxied.class,
            one -> assertThat(one.upstreams()).containsExactly("127.0.0.1:1"));
  }

  @Test
  void whatTheFileSetsHidesWhatTheRequestBrings() {
    assertThat(text("", "set $arg_x one; return 200 \"$arg_x\";", "/?x=two")).isEqualTo("one");
    assertThat(text("", "set $http_foo one; return 200 $http_foo;", "/")).isEqualTo("one");
    assertThat(text("", "set $cookie_a one; return 200 $cookie_a;", "/")).isEqualTo("one");
    assertThat(text("", "set $http_accept one; return 200 $http_accept;", "/")).isEqualTo("one");
    assertThat(text("map $uri $arg_x { default map; } ", "return 200 $arg_x;", "/?x=two"))
        .isEqualTo("map");
  }

  @Test
  void beforeItIsSetTheRequestsOwnValueHolds() {
    assertThat(text("", "set $b $arg_x; set $arg_x one; return 200 \"$b|$arg_x\";", "/?x=9"))
        .isEqualTo("9|one");
  }

  @Test
  void aNamedGroupHidesItEvenWhereItDidNotMatch() {
    var statements =
        "if ($uri ~ (?<arg_y>ca)) { return 200 \"<$arg_y>\"; } return 200 \"[$arg_y]\";";
    assertThat(text("", statements, "/cap?y=2")).isEqualTo("<ca>");
    assertThat(text("", statements, "/other?y=2")).isEqualTo("[]");
  }

  @Test
  void hostnameIsThisMachinesOwn() throws IOException {
    var process = new ProcessBuilder("uname", "-n").start();
    var name =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
    var low = name.toLowerCase(Locale.ROOT);
    assertThat(text("", "return 200 $hostname;", "/")).isEqualTo(low);
    var file =
        "server { listen 80; return 200 first; }"
            + " server { listen 80; server_name $hostname; return 200 \"$server_name\"; }";
    assertThat(outcome(file, "/", name.toUpperCase(Locale.ROOT)))
        .isEqualTo(new Outcome.Text(200, low));
    assertThat(outcome(file, "/", "$hostname")).isEqualTo(new Outcome.Text(200, "first"));
  }

  private static String text(String http, String statements, String uri) {
    var file = http + "server { listen 80; location / { " + statements + " } }";
    return outcome(file, uri) instanceof Outcome.Text(int _, String body) ? body : "no text";
  }

  private static Outcome outcome(String http, String uri) {
    return outcome(http, uri, "h");
  }

  private static Outcome outcome(String http, String uri, String host) {
    var configuration = MemoryFiles.load("events { } http { " + http + " }");
    return new Resolver(configuration, Surroundings.allUp())
        .explain(new Request(uri, "GET", Optional.of(host), Optional.of("127.0.0.1:80")))
        .outcome();
  }
}
