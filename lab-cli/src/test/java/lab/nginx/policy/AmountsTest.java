package lab.nginx.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How much a stranger's file may ask for, in one statement and in many. */
class AmountsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          map_hash_max_size 4097;                        | map_hash_max_size
          types_hash_max_size 4097;                      | types_hash_max_size
          proxy_headers_hash_max_size 8k;                | proxy_headers_hash_max_size
          map_hash_bucket_size 8k;                       | map_hash_bucket_size
          client_max_body_size 17179869184g;             | client_max_body_size
          proxy_cache_path c keys_zone=a;                | a zone
          proxy_cache_path c keys_zone=a:1m:2;           | a zone
          proxy_cache_path c keys_zone=a:1m max_size=x;  | max_size
          access_log a combined buffer=2m;               | a buffer
          access_log a combined buffer=x;                | a buffer
          server { server_name ~a{31 times}; listen 8080; } | 30 regular expressions
          """)
  void oneStatementIsBounded(String http, String message) {
    assertLimit("http { " + http.replace("~a{31 times}", "~a ".repeat(31)) + " }", message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          7   | limit_req_zone $uri zone=z:10m rate=1r/s;               | shared memory
          7   | limit_conn_zone $uri zone=z:10m;                        | shared memory
          65  | upstream u { zone a 1m; }                               | shared memory
          7   | proxy_cache_path c keys_zone=a:10m max_size=1m;         | shared memory
          5   | proxy_cache_path c keys_zone=a:1m;                      | caches
          5   | proxy_cache_path c keys_zone=a:1m max_size=64m;         | caches
          5   | access_log a combined buffer=1m;                        | buffers of logs
          65  | access_log a combined gzip=1;                           | buffers of logs
          6   | upstream u { server localhost:8101 weight=200; }        | weights
          """)
  void manyStatementsAreBoundedTogether(int times, String http, String message) {
    assertLimit("http { " + http.repeat(times) + " }", message);
    var fewer = PolicyTest.judge("http { " + http.repeat(times - 1) + " }");
    assertThat(fewer.refusals()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "map_hash_max_size 4k; map_hash_bucket_size 128; types_hash_max_size 2048;",
        "proxy_cache_path c levels=1:2 keys_zone=a:10m inactive=1h;",
        "access_log /dev/stdout combined buffer=64k flush=1s gzip;",
        "upstream u { server localhost:8101 weight=999; server localhost:8102; }",
        "server { listen 8080; server_name ~^a$ ~^b$ c; }"
      })
  void usualAmountsPass(String http) {
    assertThat(PolicyTest.judge("http { " + http + " }").refusals()).isEmpty();
  }

  private static void assertLimit(String text, String message) {
    assertThat(PolicyTest.judge(text).refusals())
        .hasSize(1)
        .allMatch(refusal -> refusal.rule().equals("limit"))
        .allMatch(refusal -> refusal.message().contains(message));
  }
}
