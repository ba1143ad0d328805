package lab.nginx.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import lab.nginx.routing.engine.Resolver;
import lab.nginx.syntax.closure.MemoryFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lines, statuses and targets at their limits, each seen on a running nginx 1.22.1. */
class AnswersTest {
  private static final String HEAD = "GET  HTTP/1.1\r\n";

  @ParameterizedTest
  @CsvSource({
    "http://a?fixed=1, ?fixed=1p?q=1",
    "http://a?f=$arg_q, /?f=1",
    "http://a/?fixed=1, /?fixed=1p?q=1",
  })
  void aTargetThatIsAQueryAloneIsSentAsItStands(String target, String uri) {
    var file =
        "upstream a { server 127.0.0.1:1; } server { listen 80; location / { proxy_pass "
            + target
            + "; } }";
    assertThat(outcome(file, "/p?q=1", "h"))
        .isInstanceOfSatisfying(Outcome.Proxied.class, one -> assertThat(one.uri()).isEqualTo(uri));
  }

  @Test
  void aBackslashMayStandInAHost() {
    assertThat(outcome("server { listen 80; return 200 $host; }", "/", "A\\b"))
        .isEqualTo(new Outcome.Text(200, "a\\b"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "return 204 x;",
        "error_page 404 =204 /t; location /t { return 200 x; } location / { return 404; }"
      })
  void a204HasNoBody(String statements) {
    assertThat(outcome("server { listen 80; " + statements + " }", "/", "h"))
        .isEqualTo(new Outcome.Status(204, List.of(), "a 204 has no body"));
  }

  @Test
  void a304HasNoBodyAndA205Has() {
    assertThat(outcome("server { listen 80; return 304 x; }", "/", "h"))
        .isEqualTo(new Outcome.Status(304, List.of(), "a 304 has no body"));
    assertThat(outcome("server { listen 80; return 205 x; }", "/", "h"))
        .isEqualTo(new Outcome.Text(205, "x"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"return 499;", "return 408;", "error_page 408 /t; return 408;"})
  void someStatusesCloseTheConnection(String statements) {
    assertThat(outcome("server { listen 80; " + statements + " }", "/", "h"))
        .isInstanceOfSatisfying(
            Outcome.Status.class,
            closed -> {
              assertThat(closed.status()).isEqualTo(444);
              assertThat(closed.reason()).endsWith("closes the connection without an answer");
            });
    assertThat(outcome("server { listen 80; return 499 text; }", "/", "h"))
        .isEqualTo(new Outcome.Text(499, "text"));
  }

  @ParameterizedTest
  @CsvSource({
    "'', 8192",
    "large_client_header_buffers 2 2k;, 2048",
    "client_header_buffer_size 4k; large_client_header_buffers 2 2k;, 4096",
  })
  void aRequestLineMustFitItsBuffer(String buffers, int size) {
    var file = "server { listen 80; " + buffers + " return 200 ok; }";
    var fits = "/" + "a".repeat(size - HEAD.length() - 1);
    assertThat(outcome(file, fits, "h")).isEqualTo(new Outcome.Text(200, "ok"));
    assertThat(outcome(file, fits + "a", "h"))
        .isEqualTo(new Outcome.Status(414, List.of(), "nginx refuses so long a request line"));
  }

  @Test
  void whatIsWrongWithALongLinesBeginningIsSeenBeforeItsLength() {
    var file = "server { listen 80; return 200 ok; }";
    assertThat(outcome(file, "a".repeat(9_000), "h"))
        .isInstanceOfSatisfying(
            Outcome.Status.class, refused -> assertThat(refused.status()).isEqualTo(400));
    assertThat(outcome(file, "/" + "a b".repeat(9_000), "h")).isInstanceOf(Outcome.Unknown.class);
  }

  @Test
  void anErrorPageForALongLineSeesHalfARequest() {
    var file = "server { listen 80; error_page 414 /x; return 200 ok; }";
    assertThat(outcome(file, "/" + "a".repeat(9_000), "h")).isInstanceOf(Outcome.Unknown.class);
    var plain = "server { listen 80; return 200 ok; }";
    assertThat(outcome(plain, "/", "a".repeat(9_000))).isInstanceOf(Outcome.Unknown.class);
  }

  @ParameterizedTest
  @CsvSource({
    "^/\\Qq.(\\E+x, /q.((x, quoted",
    "^/\\Qq.(\\E+x, /qa(x, plain",
    "^/[\\Qab]\\E]z, /]z, quoted",
    "^/[\\Qab]\\E]z, /cz, plain",
    "^/a\\Q.b, /a.b, quoted",
    "^/a\\Q.b, /axb, plain",
    "^/a\\Eb, /ab, quoted",
  })
  void aQuotationInAnExpressionStandsForItself(String expression, String uri, String answer) {
    var file =
        "server { listen 80; location ~ "
            + expression
            + " { return 200 quoted; } location / { return 200 plain; } }";
    assertThat(outcome(file, uri, "h")).isEqualTo(new Outcome.Text(200, answer));
  }

  private static Outcome outcome(String http, String uri, String host) {
    var configuration = MemoryFiles.load("events { } http { " + http + " }");
    return new Resolver(configuration, Surroundings.allUp())
        .explain(new Request(uri, "GET", Optional.of(host), Optional.of("127.0.0.1:80")))
        .outcome();
  }
}
