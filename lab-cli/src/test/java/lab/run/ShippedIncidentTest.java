package lab.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the incident rests on: another line in the file that is shipped is another incident. */
class ShippedIncidentTest {
  private static final Path FILE = Path.of("../nginx/nginx.conf");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "location / { proxy_pass http://sync; }",
        "location /hash_me { proxy_pass http://sync; }",
        "location /check_feed { proxy_pass http://sync; }",
        "location /stream_feed { proxy_pass http://sync; proxy_buffering off; }",
        // Both addresses of localhost, of which one refuses: without it there are no 502s.
        "upstream sync { zone sync 64k; server [::1]:8101; server 127.0.0.1:8101; }",
        "upstream pooled { zone pooled 64k; server 127.0.0.1:8102; }",
        "upstream async { zone async 64k; server 127.0.0.1:8103; }",
        "upstream virtual { zone virtual 64k; server 127.0.0.1:8104; }",
        "worker_connections 4096;",
        "listen 127.0.0.1:8080;"
      })
  void theShippedFileHolds(String statement) throws IOException {
    var bare = Files.readString(FILE).replaceAll("#[^\n]*", "").replaceAll("\\s+", " ");
    assertThat(bare).contains(statement);
  }

  @Test
  void theStageThatReroutesBeginsWithIt() {
    assertThat(Path.of("../exercises/08-reroute/nginx/nginx.conf")).hasSameTextualContentAs(FILE);
  }
}
