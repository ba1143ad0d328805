package lab.nginx.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import lab.nginx.syntax.closure.MemoryFiles;
import lab.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the generated file bounds, and what a file may not say in the lab's name. */
class BoundsTest {
  private static final GenerateOptions PLAIN = GenerateOptions.in(Path.of("/run"));

  @Test
  void aCacheHasASize() {
    assertThat(text("http { proxy_cache_path c keys_zone=a:1m; }", PLAIN.withSpeed(10)))
        .contains("keys_zone=a:1m max_size=64m inactive=60s;");
    assertThat(text("http { proxy_cache_path c keys_zone=a:1m max_size=1m; }", PLAIN))
        .contains("keys_zone=a:1m max_size=1m;");
  }

  @Test
  void workersAreAsManyOnEveryMachine() {
    var generated = Generator.generate(MemoryFiles.load("worker_processes auto; http { }"), PLAIN);
    assertThat(generated.text()).contains("worker_processes 4;");
    assertThat(generated.notes()).anyMatch(note -> note.contains("worker_processes auto"));
    var two = Generator.generate(MemoryFiles.load("worker_processes 2; http { }"), PLAIN);
    assertThat(two.text()).contains("worker_processes 2;");
    assertThat(two.notes()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "server { listen 8080; set $http_x_lab_nonce forged; }",
        "server { listen 8080; set $HTTP_X_LAB_NONCE forged; }",
        "map $uri $http_x_lab_nonce { default forged; }",
        "geo $http_x_lab_nonce { default forged; }",
        "split_clients $uri $http_x_lab_nonce { * forged; }",
        "server { listen 8080; location ~ ^/(?<http_x_lab_nonce>.*)$ { return 200 x; } }",
        "map $uri $m { '~(?<http_x_lab_nonce>.)' x; }",
        "perl_set $http_x_lab_nonce 'sub { 1 }';",
        "server { listen 8080; set $upstream_cache_status HIT; }"
      })
  void theTraceCannotBeForged(String http) {
    var conf = "http {\n" + http + "\n}";
    assertThatThrownBy(() -> text(conf, PLAIN.withTrace()))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e ->
                assertThat(e.problems())
                    .singleElement()
                    .satisfies(problem -> {
                      assertThat(problem.where()).startsWith("/conf/nginx.conf:2:");
                      assertThat(problem.what()).contains("tells its requests apart");
                      assertThat(problem.next()).contains("another name");
                    }));
    assertThat(text(conf, PLAIN)).contains(http.substring(0, 10));
  }

  @Test
  void theNonceMayBeRead() {
    var http =
        "http { log_format n $http_x_lab_nonce; map $http_x_lab_nonce $m { '' 0; default 1; }"
            + " server { listen 8080; set $x_lab_nonce $http_x_lab_nonce; } }";
    assertThat(text(http, PLAIN.withTrace())).contains("set $x_lab_nonce $http_x_lab_nonce;");
  }

  @ParameterizedTest
  @CsvSource({"async, ASYNC, false", "127.0.0.1:8999, 127.0.0.1:8999, true"})
  void aGroupIsNotAPort(String group, String target, boolean port) {
    var conf =
        "http { upstream "
            + group
            + " { server 127.0.0.1:8101; } server { location / { proxy_pass http://"
            + target
            + "; } } }";
    var ports = NginxPorts.of(MemoryFiles.load(conf));
    assertThat(ports.upstream()).contains(8101);
    assertThat(ports.upstream().contains(8999)).isEqualTo(port);
    assertThat(ports.elsewhere()).isEmpty();
  }

  private static String text(String conf, GenerateOptions options) {
    return Generator.generate(MemoryFiles.load(conf), options).text();
  }
}
