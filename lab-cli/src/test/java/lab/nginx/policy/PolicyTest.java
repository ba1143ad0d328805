package lab.nginx.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import lab.nginx.syntax.closure.MemoryFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyTest {
  private static final Path MAIN = Path.of("/conf/nginx.conf");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          load_module x.so;                                        | code
          http { js_include x; }                                   | code
          http { server { location / { content_by_lua_block { } } } } | code
          env SECRET;                                              | process
          user root;                                               | process
          'pid' /x;                                                | process
          stream { }                                               | protocol
          http { server { location / { fastcgi_pass unix:/x; } } } | network
          http { resolver 8.8.8.8; }                               | network
          http { proxy_temp_path /x; }                             | writes
          http { client_body_temp_path ../x; }                     | writes
          http { server { client_body_temp_path a/b; } }           | writes
          http { uwsgi_temp_path x$uri; }                          | writes
          http { scgi_temp_path x 1 2; }                           | writes
          http { server { location / { auth_basic_user_file /x; } } } | reads
          http { ssi on; }                                         | not-needed
          http { proxy_pass http://a; }                            | not-allowed
          unheard_of x;                                            | not-allowed
          worker_processes 9;                                      | limit
          events { worker_connections 5000; }                      | limit
          http { client_max_body_size 0; }                         | limit
          http { client_max_body_size 17m; }                       | limit
          http { proxy_buffers 1000 8k; }                          | limit
          http { proxy_buffers 999999999999 999999999999g; }       | limit
          http { proxy_cache_path c keys_zone=a:11m; }             | limit
          http { proxy_cache_path c keys_zone=a:1m max_size=1g; }  | limit
          http { limit_req_zone $uri zone=a:11m rate=1r/s; }       | limit
          http { upstream a { zone a 2m; } }                       | limit
          http { upstream a { keepalive 257; } }                   | limit
          http { upstream a { server 127.0.0.1:80; } }             | upstream-server
          http { upstream a { server 127.0.0.1; } }                | upstream-server
          http { upstream a { server 127.0.0.2:8101; } }           | upstream-server
          http { upstream a { server localhost.:8101; } }          | upstream-server
          http { upstream a { server unix:/x; } }                  | upstream-server
          http { upstream a { server localhost:8101 resolve; } }   | upstream-server
          http { server { listen 80; } }                           | listen
          http { server { listen 192.168.1.1:8080; } }             | listen
          http { server { listen 8080 ssl; } }                     | listen
          http { server { listen unix:/x; } }                      | listen
          http { server { location / { proxy_pass http://evil; } } } | proxy-target
          http { server { location / { proxy_pass http://127.0.0.1:22; } } } | proxy-target
          http { server { location / { proxy_pass https://127.0.0.1:8101; } } } | proxy-target
          http { server { location / { proxy_pass http://127.0.0.1:8101@evil; } } } | proxy-target
          http { upstream g { } server { location / { proxy_pass http://g#.evil; } } } | proxy-target
          http { upstream g { server 127.0.0.1:8101 weight=9999; } } | upstream-server
          http { server { location /i { alias html/; } } }         | root
          http { server { location ^~ /i { alias html/x/; } } }    | root
          http { server { location / { if ($arg_p ~ '(.*)') { } try_files /$1 =404; } } } | path
          http { server { location / { if ($arg_p ~ '(?<f>.*)') { } try_files /$f =404; } } } | path
          http { map $arg_p $m { '~(?<f>.*)' x; } server { try_files /$m/$f =404; } } | path
          http { server { location / { if ($http_x ~ '(.*)') { } error_page 404 /$1; } } } | path
          http { server { try_files /$args =404; } }               | path
          http { server { try_files $request_uri =404; } }         | path
          http { server { try_files $scheme/../../x =404; } }      | path
          http { server { rewrite ^ /x$is_args$args; } }           | path
          http { proxy_set_header A 'b\\r\\nX-Lab-Nonce: 1'; }       | bytes
          http { proxy_method 'GET / HTTP/1.0\\r\\nX-Lab-Nonce: 1'; } | bytes
          http { server { set $h 'b\\nX-Lab-Nonce: 1'; } }          | bytes
          http { map $uri $h { default 'b\\nX-Lab-Nonce: 1'; } }    | bytes
          http { proxy_set_header ' X-Lab-Nonce' 1; }              | reserved-header
          http { proxy_set_header X_Lab_Nonce 1; }                 | reserved-header
          http { server { location / { proxy_pass http://$host; } } } | proxy-target
          http { server { location / { proxy_pass http://127.0.0.1:$p; } } } | proxy-target
          http { server { location / { set $v evil; proxy_pass http://$v; } } } | proxy-target
          http { server { location / { set $args 127.0.0.1:8101; proxy_pass http://$args; } } } | proxy-target
          http { server { location ~ (?<V>.*) { set $v 127.0.0.1:8101; proxy_pass http://$v; } } } | proxy-target
          http { map $uri $v { default 127.0.0.1:8101; /x $arg_y; } server { location / { proxy_pass http://$v; } } } | proxy-target
          http { root /etc; }                                      | root
          http { root html/../..; }                                | root
          http { root $document_root; }                            | root
          http { server { location / { alias htmlx/; } } }         | root
          http { index ../nginx.conf; }                            | path
          http { server { location / { try_files /../x =404; } } } | path
          http { server { location / { try_files $arg_f =404; } } } | path
          http { server { location / { rewrite ^ /../../etc/passwd break; } } } | path
          http { server { location / { rewrite ^ $http_x break; } } } | path
          http { error_page 404 /../x; }                           | path
          http { server { location / { if (-f /etc/shadow) { return 200; } } } } | path
          http { access_log syslog:server=x; }                     | log-target
          http { access_log /x$uri; }                              | log-target
          error_log stderr;                                        | log-target
          http { proxy_set_header x-lab-nonce 1; }                 | reserved-header
          include /etc/passwd;                                     | include
          include ../x;                                            | include
          include none;                                            | include
          events {                                                 | syntax
          """)
  void refuses(String text, String rule) {
    var verdict = judge(text.strip());
    assertThat(verdict.accepted()).isFalse();
    assertThat(verdict.refusals()).extracting(Refusal::rule).contains(rule);
    assertThat(verdict.refusals()).allMatch(refusal -> refusal.line() == 1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "worker_processes auto; error_log /dev/stderr; daemon on; pcre_jit on; # load_module x;",
        "http { add_header X \"load_module /x.so;\"; log_format l 'unix: $host'; }",
        "http { server { location /lua_block { return 200 '/etc/passwd ../..'; } } }",
        "http { upstream a { server localhost:8101 weight=2 max_fails=0 backup; ip_hash; } }",
        "http { server { listen [::]:8080 default_server backlog=64; server_name ~^a$ b; } }",
        "http { upstream a { server [::1]:8102; } map $uri $v { default a; ~x 127.0.0.1:8101; }"
            + " server { location / { proxy_pass http://${V}/$uri?$args; } } }",
        "http { server { location / { set $pool 127.0.0.1:8103; proxy_pass http://$pool; } } }",
        "http { proxy_cache_path /tmp/c keys_zone=a:10m max_size=64m; proxy_cache a;"
            + " proxy_cache_valid 200 1s; proxy_cache_lock on; proxy_cache_use_stale updating; }",
        "http { limit_req_zone $binary_remote_addr zone=a:10m rate=5r/s; limit_req zone=a burst=9; }",
        "http { root html; server { location / { try_files $uri $uri/ /index.html?$args; } } }",
        "http { server { location / { rewrite ^/(.*)$ /x/$1 last; if (!-f $request_filename) {"
            + " return 301 http://evil.example/$http_x; } } } }",
        "http { server { location / { rewrite ^ https://$host$request_uri permanent; } } }",
        "http { include mime.types; include /etc/nginx/mime.types; types { text/x load_module; } }",
        "http { geo $g { default 0; 10.0.0.0/8 1; } split_clients $uri $s { 50% a; * b; } }",
        "http { gzip on; gzip_types text/plain; tcp_nodelay on; large_client_header_buffers 4 8k; }",
        "http { client_body_temp_path a_b; server { location / { proxy_temp_path 'c'; } } }",
        "http { server { location / { limit_except GET { deny all; } stub_status; internal; } } }",
        "http { server { location /i/ { alias html/; } location /j { alias html/j; }"
            + " location = /k { alias html/; } location ~ ^/l { alias html/; } } }",
        "http { server { location / { if ($uri ~ ^/(a)) { return 404; } try_files /$1 =404; } } }",
        "http { server { try_files $uri /index.html$is_args$args; error_page 404 /x?$args; } }",
        "http { server { location / { return 200 'a\nb'; } } log_format l 'a\nb'; }"
      })
  void letsHarmlessLookAlikesPass(String text) {
    assertThat(judge(text).refusals()).isEmpty();
  }

  @Test
  void everythingOfTheShippedFileMayPass() throws IOException {
    var shipped = Path.of("..", "nginx", "nginx.conf");
    assertThat(Policy.judge(shipped, Policy.LAB_PORTS).refusals()).isEmpty();
  }

  @Test
  void portsAreThoseThatWereGiven() {
    var text = "http { upstream a { server localhost:5000; } server { listen 8080; } }";
    var files = new MemoryFiles(Map.of(MAIN, text));
    assertThat(Policy.judge(MAIN, files, Set.of(5000, 8080)).accepted()).isTrue();
    assertThat(Policy.judge(MAIN, files, Set.of(5001)).refusals()).hasSize(2);
  }

  @Test
  void manyOfAnythingAreRefused() {
    assertLimit("http { server { " + "location /a { } ".repeat(201) + "} }", "200 locations");
    assertLimit("http { " + "server { } ".repeat(21) + "}", "20 servers");
    assertLimit("http { upstream a { " + "server localhost:8101; ".repeat(51) + "} }", "50 peers");
    assertLimit("http { map $a $b { " + "x y; ".repeat(1001) + "} }", "1000 rows");
    assertLimit(
        "http { server { " + "location ~ a { } ".repeat(31) + "} }", "30 regular expressions");
    assertLimit("http { server { location ~ " + "a".repeat(201) + " { } } }", "200 bytes");
    assertLimit("http { server { location ~" + "a".repeat(201) + " { } } }", "200 bytes");
    assertLimit("a;".repeat(2001), "2000 statements");
    assertLimit("a {".repeat(9), "8 deep");
    assertLimit("#".repeat(100).concat("\n").repeat(700), "65536 bytes");
  }

  @Test
  void bytesThatReadersSeeDifferentlyAreRefused() {
    for (var text :
        List.of("# \u0000\n", "\u00ef\u00bb\u00bfevents {}", "# \u001b[0m\n", "# \u00ff\n")) {
      assertThat(judge(text).refusals()).as(text).extracting(Refusal::rule).contains("bytes");
    }
    assertThat(judge("# \u00c3\u00a9\r\n\t").accepted()).isTrue();
    assertThat(judge("events {}\n\n\n# \u00c3\u00a9 \u00c3x\n").refusals())
        .extracting(Refusal::line)
        .containsExactly(4);
  }

  @Test
  void aDirectiveWithoutWordsIsJudgedToo() {
    assertThat(judge("return;").refusals()).extracting(Refusal::rule).contains("not-allowed");
    assertThat(judge("http { server { return; log_format; } }").refusals())
        .extracting(Refusal::line)
        .containsOnly(1);
  }

  @Test
  void aMessageHoldsNothingThatATerminalObeys() {
    assertThat(judge("\"a\u001b[31m\" x;").refusals())
        .extracting(Refusal::message)
        .noneMatch(message -> message.indexOf('\u001b') >= 0);
  }

  @Test
  void readsNothingOutsideOfItsFolder(@TempDir Path folder) throws IOException {
    var outside = Files.writeString(folder.resolve("secret"), "secret-token x;");
    var inside = Files.createDirectory(folder.resolve("submission"));
    Files.createSymbolicLink(inside.resolve("link"), outside);
    Files.createSymbolicLink(inside.resolve("folder"), folder);
    Files.writeString(inside.resolve("fine"), "events {}");
    var main =
        Files.writeString(
            inside.resolve("nginx.conf"),
            """
            include fine;
            include link;
            include folder/secret;
            include folder/*;
            include ../secret;
            include l*;
            """);
    var verdict = Policy.judge(main, Policy.LAB_PORTS);
    assertThat(verdict.configuration().files())
        .extracting(verdict.configuration()::nameOf)
        .containsExactly("nginx.conf", "fine");
    assertThat(verdict.refusals()).extracting(Refusal::rule).containsOnly("include");
    assertThat(verdict.refusals())
        .extracting(Refusal::message)
        .noneMatch(message -> message.contains("secret-token"));
  }

  @Test
  void includedFilesAreJudgedWhereTheyStand() {
    var texts = new TreeMap<Path, String>();
    texts.put(MAIN, "http { include a; }");
    texts.put(Path.of("/conf/a"), "\nproxy_pass http://evil;");
    var refusals = Policy.judge(MAIN, new MemoryFiles(texts), Policy.LAB_PORTS).refusals();
    assertThat(refusals.getFirst().source().path()).isEqualTo(Path.of("/conf/a"));
    assertThat(refusals.getFirst().line()).isEqualTo(2);
  }

  private static void assertLimit(String text, String message) {
    assertThat(judge(text).refusals())
        .anyMatch(refusal -> refusal.rule().equals("limit") && refusal.message().contains(message));
  }

  /**
   * Judged as a file, with the answers for usual includes that a folder on disk would give. A
   * server may go without {@code listen}, for port 8000 is one of the lab's here.
   */
  static Verdict judge(String text) {
    var texts = new TreeMap<Path, String>();
    texts.put(MAIN, text);
    texts.put(Path.of("/conf/mime.types"), "types { text/html html; }");
    texts.put(Path.of("/etc/nginx/mime.types"), "types { text/css css; }");
    return Policy.judge(MAIN, new MemoryFiles(texts), Set.of(8000, 8080, 8101, 8102, 8103, 8104));
  }
}
