package lab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code lab nginx check} and {@code lab explain} as a person or a program meets them. */
@Tag("process")
class NginxCheckCommandIT {
  private static final String BROKEN =
      """
      events {}
      http {
          server {
              listen 127.0.0.1:8080;
              location / {
                  proxy_pass http://127.0.0.1:8101
              }
          }
      }
      """;

  @TempDir Path folder;

  @Test
  void jsonNamesThePlaceToEditAndWhatNginxSays() throws IOException {
    var ran = run("nginx", "check", conf(BROKEN), "--json");
    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.json().get("ok").asBoolean()).isFalse();
    assertThat(ran.json().get("nginx").toString())
        .isEqualTo(
            """
            {"ok":false,"message":"unexpected \\"}\\"","file":"nginx.conf","line":7}\
            """);
    assertThat(ran.json().get("diagnostics")).hasSize(1);
    assertThat(ran.json().get("diagnostics").get(0).toString())
        .startsWith(
            """
            {"rule":"missing-semicolon","severity":"error","file":"nginx.conf","line":6,"col":45,\
            "length":0,"message":\
            """);
  }

  @Test
  void adviceLeavesTheExitCodeAlone() throws IOException {
    var ran = run("nginx", "check", conf(BROKEN.replace("8101\n", "8101;\n")), "--json");
    assertThat(ran.code()).isZero();
    assertThat(ran.json().get("ok").asBoolean()).isTrue();
    assertThat(ran.json().get("nginx").toString())
        .isEqualTo("{\"ok\":true,\"message\":null,\"file\":null,\"line\":null}");
    assertThat(ran.json().get("diagnostics"))
        .extracting(one -> one.get("rule").asString())
        .contains("stream-buffered");
  }

  @Test
  void aPortOfAnotherProgramIsAWarningInEveryForm() throws IOException {
    try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int port = other.getLocalPort();
      var conf =
          conf(
              "events {}\nhttp { server { listen 127.0.0.1:%d; location / {} } }\n"
                  .formatted(port));
      var json = run("nginx", "check", conf, "--json");
      assertThat(json.code()).isZero();
      assertThat(json.json().get("ok").asBoolean()).isTrue();
      assertThat(json.json().get("diagnostics"))
          .filteredOn(one -> one.get("rule").asString().equals("port-in-use"))
          .extracting(one -> one.get("severity").asString())
          .containsExactly("warning");
      var text = run("nginx", "check", conf);
      assertThat(text.code()).isZero();
      assertThat(text.out()).contains("warning[port-in-use]", "ok  nginx", "advice: 2 warnings");
      assertThat(text.out()).doesNotContain("error");
      var sarif = run("nginx", "check", conf, "--sarif");
      assertThat(sarif.code()).isZero();
      assertThat(sarif.json().get("runs").get(0).get("results"))
          .extracting(one -> one.get("level").asString())
          .contains("warning")
          .doesNotContain("error");
    }
  }

  @Test
  void theTextHasLineCaretAndOneFix() throws IOException {
    var ran = run("nginx", "check", conf(BROKEN));
    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.out())
        .contains("error[missing-semicolon]", "nginx.conf:6:45", "= fix: add \";\" here")
        .contains("6 |             proxy_pass http://127.0.0.1:8101")
        .contains("says: unexpected \"}\", in line 7")
        .doesNotContain("\u001b");
  }

  @Test
  void aFaultInAnIncludedFileIsNamedThere() throws IOException {
    Files.writeString(folder.resolve("peers"), "server 127.0.0.1:8101 max_fail=0;\n");
    var main = conf("events {}\nhttp { upstream a { include peers; } }\n");
    var ran = run("nginx", "check", main, "--json");
    assertThat(ran.json().get("nginx").get("file").asString()).isEqualTo("peers");
    assertThat(ran.json().get("nginx").get("line").asInt()).isEqualTo(1);
    assertThat(ran.json().get("diagnostics").get(0).get("file").asString()).isEqualTo("peers");
    assertThat(ran.json().get("diagnostics").get(0).get("col").asInt()).isEqualTo(23);
  }

  @Test
  void sarifCarriesRuleRegionAndFix() throws IOException {
    var sarif =
        run(
                "nginx",
                "check",
                conf("events {}\nhttp { upstream \u00e9\u00e9 { server [::1]:81 ax; } }\n"),
                "--sarif")
            .json();
    assertThat(sarif.get("version").asString()).isEqualTo("2.1.0");
    var result = sarif.get("runs").get(0).get("results").get(0);
    var rules = sarif.get("runs").get(0).get("tool").get("driver").get("rules");
    assertThat(rules.get(result.get("ruleIndex").asInt()).get("id"))
        .isEqualTo(result.get("ruleId"));
    assertThat(result.get("level").asString()).isEqualTo("error");
    var region = result.get("locations").get(0).get("physicalLocation").get("region");
    assertThat(region.toString())
        .as("columns are letters, not bytes")
        .isEqualTo("{\"startLine\":2,\"startColumn\":38,\"endLine\":2,\"endColumn\":40}");
  }

  @Test
  void explainShowsThePageAndGuessesTheName() {
    assertThat(run("explain", "stream-buffered").out()).contains("proxy_buffering off");
    var typo = run("explain", "stream-bufered");
    assertThat(typo.code()).isEqualTo(2);
    assertThat(typo.err()).contains("Did you mean stream-buffered?");
    assertThat(run("explain").out().lines()).contains("missing-semicolon", "proxy-slash");
  }

  @Test
  void aFileThatIsNotThereIsAnEnvironmentProblem() {
    assertThat(run("nginx", "check", folder.resolve("none").toString()).code()).isEqualTo(4);
  }

  private String conf(String text) throws IOException {
    var file = folder.resolve("nginx.conf");
    Files.writeString(file, text, StandardCharsets.UTF_8);
    return file.toString();
  }

  private static Ran run(String... args) {
    var out = new StringWriter();
    var err = new StringWriter();
    int code =
        Main.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err)).execute(args);
    return new Ran(code, out.toString(), err.toString());
  }

  /** What a command left. */
  private record Ran(int code, String out, String err) {
    JsonNode json() {
      return JsonMapper.shared().readTree(out);
    }
  }
}
