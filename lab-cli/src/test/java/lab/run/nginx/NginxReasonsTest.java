package lab.run.nginx;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import lab.run.nginx.NginxReasons.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The lines are those of nginx 1.22.1, whose upstreams refused, closed, and were silent. */
class NginxReasonsTest {
  private static final String REFUSED =
      """
      2026/11/26 06:30:26 [error] 5964#5964: *1 connect() failed (111: Connection refused) while connecting to upstream, client: 127.0.0.1, server: , request: "GET /?q=1 HTTP/1.0", upstream: "http://[::1]:18999/?q=1"
      2026/11/26 06:30:26 [error] 5964#5964: *1 connect() failed (111: Connection refused) while connecting to upstream, client: 127.0.0.1, server: , request: "GET /?q=1 HTTP/1.0", upstream: "http://127.0.0.1:18999/?q=1"
      2026/11/26 06:30:26 [error] 5964#5964: *4 no live upstreams while connecting to upstream, client: 127.0.0.1, server: , request: "GET / HTTP/1.0", upstream: "http://sync/"
      """;
  private static final String STREAM =
      """
      2026/11/26 06:30:26 [error] 5964#5964: *5 upstream prematurely closed connection while reading response header from upstream, client: 127.0.0.1, server: , request: "GET /stream_feed HTTP/1.0", upstream: "http://127.0.0.1:18997/stream_feed"
      """;
  private static final String CHECK =
      """
      2026/11/26 06:30:27 [error] 5964#5964: *7 upstream timed out (110: Connection timed out) while reading response header from upstream, client: 127.0.0.1, server: , request: "GET /check_feed HTTP/1.0", upstream: "http://127.0.0.1:18998/check_feed"
      2026/11/26 06:30:29 [alert] 5964#5964: *14 6 worker_connections are not enough while connecting to upstream, client: 127.0.0.1, server: , request: "GET /check_feed HTTP/1.0", upstream: "http://127.0.0.1:18998/check_feed"
      """;
  private static final String NO_REQUEST =
      """
      2026/11/26 06:30:45 [alert] 6630#6630: 6 worker_connections are not enough
      2026/11/26 06:30:45 [alert] 6630#6630: 6 worker_connections are not enough
      """;

  private static final String PROBE = "/?recovery";

  @TempDir Path folder;

  @Test
  void everyRouteHasItsOwnReasons() throws IOException {
    assertThat(count(REFUSED + STREAM + CHECK, 0, "/", "/stream_feed", "/check_feed"))
        .isEqualTo(
            Map.of(
                "/", Map.of(Reason.REFUSED, 2L, Reason.NO_LIVE_UPSTREAMS, 1L),
                "/stream_feed", Map.of(Reason.CLOSED_EARLY, 1L),
                "/check_feed",
                    Map.of(Reason.TIMED_OUT_READING, 1L, Reason.NOT_ENOUGH_CONNECTIONS, 1L)));
  }

  @Test
  void anAlertThatNamesNoRequestIsKeptUnderNoRoute() throws IOException {
    assertThat(count(NO_REQUEST, 0, "/check_feed"))
        .isEqualTo(Map.of("", Map.of(Reason.NOT_ENOUGH_CONNECTIONS, 2L)));
  }

  @Test
  void aRouteThatTheLoadDoesNotAskForIsTheProbesAndLeftOut() throws IOException {
    assertThat(count(REFUSED + CHECK, 0, "/check_feed")).containsOnlyKeys("/check_feed");
  }

  @Test
  void whatTheRecoveryProbeMeetsOnARouteOfTheLoadIsLeftOut() throws IOException {
    var probes = REFUSED.replace("/?q=1 ", PROBE + " ");
    assertThat(count(REFUSED + probes, 0, "/"))
        .isEqualTo(Map.of("/", Map.of(Reason.REFUSED, 2L, Reason.NO_LIVE_UPSTREAMS, 2L)));
  }

  @Test
  void aConnectionThatIsReusedInsteadIsNoFailure() throws IOException {
    assertThat(
            count(
                "2026/11/26 06:30:45 [warn] 6630#6630: 6 worker_connections are not enough, reusing connections\n",
                0,
                "/"))
        .isEmpty();
  }

  @Test
  void whatAnEarlierRunMetIsNotCounted() throws IOException {
    assertThat(count(REFUSED + STREAM, REFUSED.length(), "/", "/stream_feed"))
        .containsOnlyKeys("/stream_feed");
    assertThat(NginxReasons.count(folder.resolve("nothing"), 0, Set.of("/"), PROBE)).isEmpty();
  }

  private Map<String, Map<Reason, Long>> count(String log, long from, String... routes)
      throws IOException {
    var file = Files.writeString(folder.resolve("error.log"), log);
    return NginxReasons.count(file, from, Set.of(routes), PROBE);
  }
}
