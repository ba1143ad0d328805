package lab.nginx.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a stranger's file may not say in another's name. */
class ForgeryTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          server { set $http_x_lab_nonce forged; }                   | variable
          server { set $HTTP_X_Lab_Nonce forged; }                   | variable
          map $uri $http_x_lab_nonce { default forged; }             | variable
          geo $http_x_lab_nonce { default forged; }                  | variable
          split_clients $uri $http_x_lab_nonce { * forged; }         | variable
          server { location ~ ^/(?<http_x_lab_nonce>.*)$ { } }       | variable
          server { server_name "~^(?P<http_x_lab_nonce>.*)$"; }      | variable
          server { rewrite "^/(?'http_x_lab_nonce'.*)$" /x; }        | variable
          server { location / { if ($uri ~ (?<arg_a>x)) { } } }      | variable
          map $uri $m { "~(?<cookie_a>.*)" x; }                      | variable
          server { location / { proxy_redirect "~(?<sent_http_a>.)" /; } } | variable
          server { set $upstream_http_x_served_by me; }              | variable
          server { set $sent_trailer_a me; set $proxy_protocol_tlv_a me; } | variable
          types { "text/plain\\r\\nX-Lab-Nonce: forged" html; }      | bytes
          types { "text/plain\\nX-Served-By: async" html; }          | bytes
          types { text/plain "html\\n"; }                            | bytes
          charset "utf-8; x";                                        | not-allowed
          charset $arg_c;                                            | not-allowed
          """)
  void refuses(String http, String rule) {
    assertThat(PolicyTest.judge("http { " + http + " }").refusals())
        .isNotEmpty()
        .extracting(Refusal::rule)
        .containsOnly(rule);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "map $http_upgrade $connection_upgrade { default upgrade; '' close; }",
        "map $http_x_lab_nonce $known { default 1; '' 0; }",
        "server { set $httpx $http_host; set $my_http_x 1; set $upstream_pool a; }",
        "server { location ~ ^/(?<room>http_\\w+)$ { return 200 $arg_x; } }",
        "types { text/html html; application/x-my-type my; }",
        "server { location / { return 200 'a\nb'; } }",
        "charset utf-8; server { charset off; }",
        "autoindex off; ssi off; server { auth_basic off; location / { mirror off; } }"
      })
  void letsHarmlessLookAlikesPass(String http) {
    assertThat(PolicyTest.judge("http { " + http + " }").refusals()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"autoindex on, not-needed", "ssi on, not-needed", "auth_basic secret, reads"})
  void onlySwitchesOff(String statement, String rule) {
    assertThat(PolicyTest.judge("http { " + statement + "; }").refusals())
        .extracting(Refusal::rule)
        .containsExactly(rule);
  }

  @ParameterizedTest
  @ValueSource(strings = {"epoll", "kqueue", "poll"})
  void eventsMayNameTheirMethod(String method) {
    assertThat(PolicyTest.judge("events { use " + method + "; }").refusals()).isEmpty();
  }
}
