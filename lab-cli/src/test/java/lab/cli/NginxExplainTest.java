package lab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** {@code lab nginx explain}: what it takes, and how it ends. */
class NginxExplainTest {
  private static final String FINE =
      """
      events { }
      http {
        upstream a { server localhost:1; server 127.0.0.1:2; }
        server { listen 8080; location / { proxy_pass http://a; } }
      }
      """;

  @TempDir Path folder;

  private record Ran(int code, String out, String err) {}

  @Test
  void aFileThatNginxRefusesIsAnsweredForEveryRequest() throws IOException {
    var ran = explain("events { }\nhttp { server { proxypass x; } }\n", "/", "/b", "--json");
    assertThat(ran.code()).isEqualTo(3);
    assertThat(ran.out().lines()).hasSize(2);
    var first = new JsonMapper().readTree(ran.out().lines().findFirst().orElseThrow());
    assertThat(first.get("server").isNull()).isTrue();
    assertThat(first.get("visited")).isEmpty();
    assertThat(first.get("outcome").get("kind").asString()).isEqualTo("cannot-tell");
    assertThat(first.get("outcome").get("reason").asString())
        .startsWith("nginx refuses the file: ")
        .endsWith(" in site.conf:2");
  }

  @Test
  void nobodyRealIsAskedAboutAFileThatNginxRefuses() throws IOException {
    var ran = explain("events { }\nhttp { server { proxypass x; } }\n", "/", "--real");
    assertThat(ran.code()).isEqualTo(4);
    assertThat(ran.err()).contains("nginx refuses the file").contains("lab nginx check");
  }

  @ParameterizedTest
  @CsvSource({
    "--connect, localhost:99999",
    "--connect, 127.0.0.1:0",
    "--connect, 300.0.0.1:80",
    "--connect, [::1",
    "--up, foo",
    "--up, foo:80",
    "--up, 127.0.0.1",
    "--up, 127.0.0.1:65536",
  })
  void whatIsNoAddressIsRefused(String option, String address) throws IOException {
    var ran = explain(FINE, "/", option, address);
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err()).contains("\"" + address + "\" is not ADDR:PORT");
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost:8080", "[::1]:8080", "127.0.0.1:8080"})
  void anAddressIsTaken(String address) throws IOException {
    assertThat(explain(FINE, "/", "--connect", address, "--json").code()).isZero();
  }

  @Test
  void localhostIsUpInBothFamilies() throws IOException {
    assertThat(explain(FINE, "/", "--up", "localhost:1", "--json").out())
        .contains("\"kind\":\"proxy\"")
        .contains(":1\"");
    assertThat(explain(FINE, "/", "--up", "unix:/run/x", "--json").out())
        .contains("\"status\":502");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "{'uri':'/','hots':'x'}; a request has no \"hots\"",
        "{'uri':'/','method':5}; \"method\" of a request is text",
        "{'uri':'/','host':['x']}; \"host\" of a request is text",
        "{'uri':5}; this line is not a request",
      })
  void aWrongMemberOfARequestIsNamedWithItsLine(String line, String message) throws IOException {
    var requests = folder.resolve("requests.ndjson");
    Files.writeString(requests, "{\"uri\":\"/\"}\n" + line.replace('\'', '"') + "\n");
    var ran = explain(FINE, "--requests", requests.toString());
    assertThat(ran.code()).isEqualTo(4);
    assertThat(ran.err()).contains(message).contains("requests.ndjson:2");
    assertThat(ran.out()).isEmpty();
  }

  @Test
  void aRequestMayLeaveOutAllButItsUri() throws IOException {
    var requests = folder.resolve("requests.ndjson");
    Files.writeString(requests, "{\"uri\":\"/\",\"method\":null,\"host\":null,\"connect\":null}\n");
    var ran = explain(FINE, "--requests", requests.toString(), "--json");
    assertThat(ran.code()).isZero();
    assertThat(ran.out()).contains("\"method\":\"GET\",\"host\":null,").contains("\"status\":400");
  }

  private Ran explain(String text, String... words) throws IOException {
    var file = folder.resolve("site.conf");
    Files.writeString(file, text);
    var all = new ArrayList<>(List.of("nginx", "explain", "--file", file.toString()));
    all.addAll(List.of(words));
    var out = new StringWriter();
    var err = new StringWriter();
    var line = Main.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
    int code = line.execute(all.toArray(String[]::new));
    return new Ran(code, out.toString(), err.toString());
  }
}
