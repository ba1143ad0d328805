package lab.nginx.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import lab.nginx.syntax.closure.MemoryFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which sockets a stranger's file may reach. */
class TargetsTest {
  private static final Path MAIN = Path.of("/conf/nginx.conf");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1:8999",
        "unix:",
        "UNIX:/x",
        "[::1]:8999",
        "localhost:8999",
        "127.0.0.1",
        "8999",
        "a/b",
        "a@b",
        "a?b",
        "$a",
        "\"\"",
        "\"a\u00c3\u00a9\""
      })
  void refusesAGroupThatReadsLikeAnAddress(String name) {
    var http = "http { upstream " + name + " { server 127.0.0.1:8101; } }";
    assertThat(PolicyTest.judge(http).refusals())
        .extracting(Refusal::rule)
        .containsExactly("upstream-name");
  }

  @ParameterizedTest
  @ValueSource(strings = {"async", "a_b-c.d", "v1.2", "10-threads", "localhost", "_"})
  void aGroupMayHaveAnyOtherName(String name) {
    var http = "http { upstream " + name + " { server 127.0.0.1:8101; } }";
    assertThat(PolicyTest.judge(http).refusals()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          upstream Async { server 127.0.0.1:8101; } | proxy_pass http://async;
          upstream g { server 127.0.0.1:8101; }     | proxy_pass HTTP://G/x;
          upstream g { server 127.0.0.1:8101; }     | proxy_pass http://g$request_uri;
          upstream g { server 127.0.0.1:8101; }     | proxy_pass http://g${request_uri};
          upstream g { server 127.0.0.1:8101; }     | proxy_pass http://g$uri$is_args$args;
          split_clients a $b { * 127.0.0.1:8101; }  | proxy_pass http://$b$request_uri;
          map $uri $upstream_pool { default 127.0.0.1:8101; } | proxy_pass http://$upstream_pool;
          geo $v { default 127.0.0.1:8101; delete 10.0.0.0/8; proxy 10.0.0.0/8; } | proxy_pass http://$v;
          server_tokens off;                        | proxy_pass http://127.0.0.1:8102$request_uri;
          """)
  void letsUsualTargetsPass(String http, String pass) {
    var text = "http { " + http + " server { listen 8080; location / { " + pass + " } } }";
    assertThat(PolicyTest.judge(text).refusals()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          upstream 127.0.0.1:8999 { server 127.0.0.1:8101; } | proxy_pass http://127.0.0.1:8999;
          upstream g { server 127.0.0.1:8101; }    | proxy_pass http://g$request_uri_x;
          upstream g { server 127.0.0.1:8101; }    | proxy_pass http://g$args;
          upstream g { server 127.0.0.1:8101; }    | proxy_pass http://g$args$request_uri;
          upstream g { server 127.0.0.1:8101; }    | proxy_pass http://g:80$request_uri;
          upstream u { server 127.0.0.1:8101; }    | proxy_pass http://u$uri;
          upstream UNIX { server 127.0.0.1:8101; } | proxy_pass http://UNIX$uri;
          server_tokens off;                       | proxy_pass http://127.0.0.1:8101$uri;
          server_tokens off;                       | proxy_pass http://$uri;
          server_tokens off;                       | proxy_pass http://$request_uri;
          map $uri $v { default 127.0.0.1:8101; }  | proxy_pass http://$v$uri;
          geo $v { default 127.0.0.1:8101; 10.0.0.0/8 evil; } | proxy_pass http://$v;
          map $uri $v { default 127.0.0.1:8101; delete evil; } | proxy_pass http://$v;
          """)
  void refusesWhatCouldLeadElsewhere(String http, String pass) {
    var text = "http { " + http + " server { listen 8080; location / { " + pass + " } } }";
    assertThat(PolicyTest.judge(text).refusals())
        .extracting(Refusal::rule)
        .containsAnyOf("proxy-target", "upstream-name");
  }

  @Test
  void aServerWithoutListenTakesNginxsOwnPort() {
    var files =
        new MemoryFiles(Map.of(MAIN, "http {\nserver { return 200; }\nserver { listen 8080; } }"));
    var verdict = Policy.judge(MAIN, files, Policy.LAB_PORTS);
    assertThat(verdict.refusals())
        .hasSize(1)
        .first()
        .satisfies(refusal -> {
          assertThat(refusal.rule()).isEqualTo("listen");
          assertThat(refusal.line()).isEqualTo(2);
          assertThat(refusal.message()).contains("8000");
        });
    assertThat(Policy.judge(MAIN, files, Set.of(8000, 8080)).accepted()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"1h", "10s", "1m30s", "0", "1d"})
  void failTimeoutIsAnyTime(String time) {
    var http = "http { upstream a { server localhost:8101 fail_timeout=" + time + "; } }";
    assertThat(PolicyTest.judge(http).refusals()).isEmpty();
  }
}
