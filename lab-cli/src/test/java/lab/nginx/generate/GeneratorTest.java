package lab.nginx.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import lab.nginx.syntax.closure.MemoryFiles;
import lab.problem.Problem;
import lab.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GeneratorTest {
  private static final GenerateOptions PLAIN = GenerateOptions.in(Path.of("/run"));
  private static final GenerateOptions MOVED =
      PLAIN.withPorts(Map.of(8080, 18080, 8101, 18101, 8103, 18103));

  @Test
  void writesOnlyIntoItsFolder() {
    var text =
        text(
            """
            pid /run/nginx.pid; daemon on;
            error_log stderr debug;
            http {
              access_log /dev/stdout combined buffer=1k;
              proxy_temp_path /tmp/x 1 2;
              proxy_cache_path /tmp/c keys_zone=a:1m;
              server { listen 8080; access_log off; root html; }
            }
            """,
            PLAIN);
    assertThat(text.lines().toList())
        .containsSubsequence(
            "pid /run/nginx.pid; daemon off;  ",
            "error_log /run/error.log debug;",
            "  access_log /run/access.log combined buffer=1k;",
            "  proxy_temp_path /run/proxy_temp;",
            "  proxy_cache_path /run/cache-1 keys_zone=a:1m max_size=64m;",
            "  server { listen 127.0.0.1:8080; access_log off; root /conf/html; }");
    assertThat(text).contains("client_body_temp_path /run/client_body_temp;");
    assertThat(text.lines()).hasSize(8);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          server { listen 8080; }                        ~ listen 127.0.0.1:18080;
          server { listen *:8080 default_server; }       ~ listen 127.0.0.1:18080 default_server;
          server { listen [::]:8080 ipv6only=on; }       ~ listen 127.0.0.1:18080 ;
          server { listen 8080; listen [::]:8080; }      ~ listen 127.0.0.1:18080;  }
          server { listen localhost:8080; }              ~ listen 127.0.0.1:18080;
          server { listen 127.0.0.1:9; }                 ~ listen 127.0.0.1:9;
          server { }                                     ~ server { listen 127.0.0.1:8000; }
          upstream a { server [::1]:8101 weight=2; }     ~ server [::1]:18101 weight=2;
          upstream a { server 10.0.0.1:8101; }           ~ server 10.0.0.1:8101;
          upstream a { server unix:/8101; }              ~ server unix:/8101;
          server { listen 8080; location / { proxy_pass http://localhost:8103/8101/; } } ~ proxy_pass http://localhost:18103/8101/;
          server { listen 8080; return 301 http://localhost:8080/app/; } ~ return 301 http://localhost:18080/app/;
          map $a $b { default 127.0.0.1:8101; } server { listen 8080; location / { proxy_pass http://$b; } } ~ default 127.0.0.1:18101;
          """)
  void movesPortsByNode(String http, String expected) {
    assertThat(text("events {} http { " + http + " }", MOVED)).contains(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          server { listen 8080; location / { proxy_pass http://127.0.0.1:$p; } } ~ a port may hide
          server { listen 8080; location / { proxy_pass http://$arg_x; } }       ~ a port may hide
          server { listen 8080; if ($server_port = 8080) { return 200; } }       ~ $server_port
          server { listen 8080-8090; }                                           ~ range of ports
          server { listen 192.168.0.1:8080; }                                    ~ this machine
          """)
  void refusesRatherThanGuess(String http, String what) {
    var problem = problem("events {}\nhttp {\n" + http + "\n}", MOVED);
    assertThat(problem.what()).contains(what);
    assertThat(problem.where()).startsWith("/conf/nginx.conf:3:");
  }

  @Test
  void aSpecificListenKeepsItsRequestsFromAGeneralOne() {
    var text = text("http { server { listen 8080; } server { listen 127.0.0.1:8080; } }", PLAIN);
    assertThat(text).contains("listen 127.0.0.2:8080;").contains("listen 127.0.0.1:8080;");
  }

  @Test
  void aWordWithALineFeedStaysOnItsLine() {
    var text =
        text(
            "http { upstream a {} server { location / { proxy_pass \"http://b/\n;\"; } } }",
            PLAIN.withUpstream("a"));
    assertThat(text).contains("proxy_pass \"http://a/\\n;\"\n; }");
    assertThat(problem("http { server { listen \"127.\n:8080\"; } }", PLAIN).what())
        .contains("may not be this machine");
  }

  @Test
  void dividesTimesAndMultipliesRates() {
    var text =
        text(
            """
            http {
              limit_req_zone $uri zone=a:1m rate=5r/s;
              upstream u { server 127.0.0.1:8101; server 127.0.0.1:8102 fail_timeout=20s; }
              server { listen 8080; proxy_read_timeout 1m30s; limit_rate 4k; keepalive_timeout 0;
                proxy_cache_valid 200 30s; }
            }
            """,
            PLAIN.withSpeed(10));
    assertThat(text)
        .contains("rate=50r/s")
        .contains("server 127.0.0.1:8101 fail_timeout=1s;")
        .contains("fail_timeout=2s")
        .contains("proxy_read_timeout 9s; limit_rate 40k; keepalive_timeout 0s;")
        .contains("proxy_cache_valid 200 3s")
        .contains("proxy_connect_timeout 6s; proxy_send_timeout 6s; proxy_read_timeout 6s;")
        .contains("keepalive_timeout 7500ms;")
        .doesNotContain("grpc_read_timeout");
  }

  @ParameterizedTest
  @CsvSource({"10s, 10, 10", "5s, 10, 5", "1s, 10, 1", "10s, 7, 5", "9s, 10, 9", "7s, 6, 1"})
  void wholeSecondsThatSpeedDoesNotDivideLowerIt(String valid, int asked, int effective) {
    var generated =
        Generator.generate(
            MemoryFiles.load("http { proxy_cache_valid " + valid + "; }"), PLAIN.withSpeed(asked));
    assertThat(generated.effectiveSpeed()).isEqualTo(effective);
    if (effective < asked) {
      assertThat(generated.notes().getFirst())
          .startsWith("The replay runs at speed " + effective + " instead of " + asked)
          .contains("\"" + valid + "\" (/conf/nginx.conf:1)");
    } else {
      assertThat(generated.notes()).isEmpty();
    }
  }

  @Test
  void rateInAVariableIsRefused() {
    assertThat(problem("http { limit_rate $r; }", PLAIN.withSpeed(2)).what()).contains("rate");
  }

  @Test
  void sendsEveryRequestToOneGroup() {
    var text =
        text(
            "http { upstream a {} upstream b {} server { location / { proxy_pass http://a/x; } "
                + "location /y { proxy_pass http://127.0.0.1:1; } } }",
            PLAIN.withUpstream("b"));
    assertThat(text).contains("proxy_pass http://b/x;").contains("proxy_pass http://b;");
    assertThat(problem("http { upstream a {} }", PLAIN.withUpstream("b")).next())
        .isEqualTo("declare it, or name one of a");
  }

  @Test
  void tracesWhoAnswered() {
    var text =
        text(
            "http { log_format lab_trace x; server { access_log off; access_log /x; } }",
            PLAIN.withTrace());
    assertThat(text)
        .contains("log_format lab_trace_ escape=json")
        .contains("$http_x_lab_nonce")
        .contains("server { listen 127.0.0.1:8000;  access_log /run/trace.ndjson lab_trace_;");
    assertThat(text.split("access_log /run/trace.ndjson", -1)).hasSize(3);
  }

  @Test
  void everyLineHasItsOrigin() {
    var read =
        MemoryFiles.load(
            "nginx.conf", "http {\n  include a.conf; include a.conf;\n}\n",
            "a.conf", "# one\nroot /x;");
    var generated = Generator.generate(read, PLAIN);
    assertThat(generated.origins())
        .extracting(Origin::toString)
        .containsExactly(
            "/conf/nginx.conf:1",
            "/conf/nginx.conf:2",
            "/conf/a.conf:1",
            "/conf/a.conf:2",
            "/conf/nginx.conf:2",
            "/conf/a.conf:1",
            "/conf/a.conf:2",
            "/conf/nginx.conf:2",
            "/conf/nginx.conf:3",
            "/conf/nginx.conf:4");
    assertThat(generated.text().lines()).hasSize(9);
    assertThat(generated.origin(99)).isEmpty();
  }

  @Test
  void noIncludeIsLeftForNginxToFollow() {
    var read =
        MemoryFiles.load(
            "nginx.conf",
            "include none*; http { include .?/none?; 'include' a; map $a $b { include m?; } }",
            "a",
            "server { include none[x]; return 200 'include x;'; } # include y;\n",
            "m1",
            "include none*; x y;");
    var text = Generator.generate(read, PLAIN).text();
    assertThat(text.replace("'include x;'", "").replace("# include y;", ""))
        .doesNotContain("include")
        .contains("x y;");
  }

  @Test
  void aDirectiveWithoutWordsIsLeftToNginx() {
    var text = text("http { server { listen 8080; set; limit_rate; } }", PLAIN.withSpeed(10));
    assertThat(text).contains(" set; limit_rate; }");
  }

  @Test
  void aFileWithFaultsIsRefusedWithAllOfThem() {
    assertThatThrownBy(() -> Generator.generate(MemoryFiles.load("a;;\nb"), PLAIN))
        .isInstanceOfSatisfying(ProblemException.class, e -> assertThat(e.problems()).hasSize(2));
  }

  private static String text(String conf, GenerateOptions options) {
    return Generator.generate(MemoryFiles.load(conf), options).text();
  }

  private static Problem problem(String conf, GenerateOptions options) {
    try {
      throw new AssertionError(text(conf, options));
    } catch (ProblemException e) {
      return e.problems().getFirst();
    }
  }
}
