package lab.nginx.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import lab.nginx.syntax.closure.MemoryFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where requests go when the ports are other ones, or when all of them go to one group. */
class TargetRewriteTest {
  private static final GenerateOptions PLAIN = GenerateOptions.in(Path.of("/run"));
  private static final GenerateOptions MOVED =
      PLAIN.withPorts(Map.of(8080, 18080, 8101, 18101, 8103, 18103));

  @ParameterizedTest
  @CsvSource(
      delimiter = '@',
      textBlock =
          """
          proxy_pass http://a$request_uri;                      @ proxy_pass http://b$request_uri;
          proxy_pass http://a${uri}$is_args$args;               @ proxy_pass "http://b${uri}$is_args$args";
          proxy_pass http://a$is_args$args;                     @ proxy_pass http://b$is_args$args;
          proxy_pass http://A/x;                                @ proxy_pass http://b/x;
          proxy_pass http://a/x$1;                              @ proxy_pass http://b/x$1;
          proxy_pass http://unix:/s.sock;                       @ proxy_pass http://b;
          proxy_pass http://unix:/s.sock:/x/;                   @ proxy_pass http://b/x/;
          set $v a; proxy_pass http://$v;                       @ proxy_pass http://b;
          set $v a; proxy_pass http://$V$request_uri;           @ proxy_pass http://b$request_uri;
          set $v 8101; proxy_pass http://127.0.0.1:$v;          @ proxy_pass http://b;
          set $w a; set $v $w; proxy_pass http://$v/x$uri;      @ proxy_pass http://b/x$uri;
          set $v http://a; proxy_pass $v;                       @ proxy_pass http://b;
          """)
  void oneGroupForAllKeepsTheUri(String inLocation, String expected) {
    assertThat(text(location(inLocation), PLAIN.withUpstream("b"))).contains(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '@',
      textBlock =
          """
          proxy_pass http://a$1;
          set $v a; proxy_pass http://$v/x;
          set $v a/x; proxy_pass http://$v;
          set $v http://a/x; proxy_pass $v;
          set $v $arg_x; proxy_pass http://$v;
          proxy_pass http://$arg_x;
          proxy_pass $arg_x;
          proxy_pass http://unix:/$arg_x:/y;
          set $v a; if ($uri ~ "(?<v>.*)") { break; } proxy_pass http://$v;
          """)
  void oneGroupForAllIsRefusedWhereTheUriMayHide(String inLocation) {
    var problem = Generation.problem(location(inLocation), PLAIN.withUpstream("b"));
    assertThat(problem.what()).contains("with which URI");
    assertThat(problem.where()).startsWith("/conf/nginx.conf:3:");
    assertThat(problem.next()).contains("proxy_pass http://b;");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '@',
      textBlock =
          """
          proxy_pass http://a$request_uri;                     @ proxy_pass http://a$request_uri;
          proxy_pass http://127.0.0.1:8101$request_uri;        @ proxy_pass http://127.0.0.1:18101$request_uri;
          proxy_pass http://LOCALHOST:8101;                    @ proxy_pass http://LOCALHOST:18101;
          proxy_pass http://0.0.0.0:8101/;                     @ proxy_pass http://0.0.0.0:18101/;
          proxy_pass http://127.1:8101;                        @ proxy_pass http://127.1:18101;
          proxy_pass http://[::ffff:127.0.0.1]:8101;           @ proxy_pass http://[::ffff:127.0.0.1]:18101;
          proxy_pass http://10.0.0.1:8101;                     @ proxy_pass http://10.0.0.1:8101;
          set $v 127.0.0.1:8101/x?u=http://y; proxy_pass http://$V; @ set $v "127.0.0.1:18101/x?u=http://y";
          set $v localhost:8101; set $V localhost:8103; proxy_pass http://$v; @ set $v localhost:18101; set $V localhost:18103;
          proxy_pass http://sync; return 200 "http://localhost:8080/ $scheme://localhost:8080/"; @ return 200 "http://localhost:8080/ $scheme://localhost:8080/";
          return 301 $scheme://localhost:8080/;                @ return 301 $scheme://localhost:18080/;
          return 301 "${scheme}://$host:8080/x";               @ return 301 "${scheme}://$host:18080/x";
          return http://LOCALHOST:8080/;                       @ return http://LOCALHOST:18080/;
          rewrite ^(.*)$ http://localhost:8080$1 permanent;    @ rewrite ^(.*)$ http://localhost:18080$1 permanent;
          error_page 404 $scheme://127.0.0.1:8080/e;           @ error_page 404 $scheme://127.0.0.1:18080/e;
          proxy_redirect http://localhost:8101/ /;             @ proxy_redirect http://localhost:18101/ /;
          return 301 http://example.com:8080/;                 @ return 301 http://example.com:8080/;
          """)
  void movesPortsWhereverTheyAreCertain(String inLocation, String expected) {
    assertThat(text(location(inLocation), MOVED)).contains(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '@',
      textBlock =
          """
          proxy_pass http://app:8101;                               @ may be this machine
          if ($http_host = "localhost:8080") { return 200; }        @ compared
          if ($http_host ~ :8080$) { return 200; }                  @ compared
          proxy_redirect ~^http://localhost:8101/(.*) /$1;          @ redirects
          set $v a; if ($uri ~ "(?<v>.*)") { break; } proxy_pass http://$v; @ may hide
          """)
  void refusesWhereAPortMayHide(String inLocation, String what) {
    var problem = Generation.problem(location(inLocation), MOVED);
    assertThat(problem.what()).contains(what);
    assertThat(problem.where()).startsWith("/conf/nginx.conf:3:");
    assertThat(text(location(inLocation), PLAIN)).contains(inLocation);
  }

  @Test
  void aTableOfPortsThatClientsSayIsRefused() {
    var conf =
        "events {}\nhttp {\nmap $http_origin $o { default 0; http://localhost:8080 1; }\n"
            + "map $arg_t $t { 12:30 1; } }";
    assertThat(Generation.problem(conf, MOVED).where()).startsWith("/conf/nginx.conf:3:");
    assertThat(text("http { map $arg_t $t { 12:30 1; } }", MOVED)).contains("12:30 1;");
  }

  @Test
  void theServersPortIsSeenAsThePersonNamedIt() {
    var text =
        text(
            """
            http { map_hash_max_size 64; log_format f $server_port; server { listen 8080;
            proxy_set_header Host $host:$server_port; add_header X "${server_port}s";
            if ($server_port = 8080) { return 302 http://$host:$server_port/; }
            set $server_portal 1; } }\
            """,
            PLAIN.withPorts(Map.of(8080, 18080)));
    assertThat(text)
        .contains("log_format f $lab_server_port;")
        .contains("proxy_set_header Host $host:$lab_server_port;")
        .contains("add_header X \"${lab_server_port}s\";")
        .contains("if \"($lab_server_port\" = 8080)")
        .contains("return 302 http://$host:$server_port/;")
        .contains("set $server_portal 1;")
        .endsWith("}  map $server_port $lab_server_port { default $server_port; 18080 8080; } }");
    assertThat(text("http { server { return 200 $server_port; } }", PLAIN))
        .contains("return 200 $server_port;");
  }

  @Test
  void aGroupThatIsCalledLikeAnAddressIsNoTarget() {
    var conf =
        "http { upstream 127.0.0.1:8101 { server 127.0.0.1:8103; }"
            + " server { location / { proxy_pass http://127.0.0.1:8101; } } }";
    assertThat(text(conf, MOVED)).contains("proxy_pass http://127.0.0.1:18101;");
    assertThat(NginxPorts.of(MemoryFiles.load(conf)).upstream()).containsExactly(8101, 8103);
  }

  private static String location(String inside) {
    return "events {}\nhttp { upstream a { server 127.0.0.1:8101; } upstream b { server"
        + " 127.0.0.1:8103; } server { location ~ ^/u(/.*)$ {\n"
        + inside
        + " } } }";
  }

  private static String text(String conf, GenerateOptions options) {
    return Generation.text(conf, options);
  }
}
