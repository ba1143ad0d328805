package lab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class NginxCommandTest {
  @TempDir Path folder;

  @Test
  void parsePrintsEveryStatementWhereItStands() throws IOException {
    conf("http {\n  'a'\n  \"\u00c3\u00a9\u00e9\";\n  include b;\n}\n");
    Files.writeString(folder.resolve("b"), "b { }");
    var ran = run("nginx", "parse", main(), "--json");
    assertThat(ran.code()).isZero();
    assertThat(ran.json().toString())
        .isEqualTo(
            """
            {"ok":true,"nodes":[\
            {"directive":"http","file":"nginx.conf","line":1,"col":1,"end_line":1,"args":[],"block":[\
            {"directive":"a","file":"nginx.conf","line":2,"col":3,"end_line":3,"args":["\u00e9\u00e9"]},\
            {"directive":"include","file":"nginx.conf","line":4,"col":3,"end_line":4,"args":["b"]},\
            {"directive":"b","file":"b","line":1,"col":1,"end_line":1,"args":[],"block":[]}]}],\
            "errors":[]}\
            """);
    assertThat(ran.out()).isASCII();
  }

  @Test
  void parseListsAllFaults() throws IOException {
    conf("a;;\nb {\n  c\n}\n}\n");
    var ran = run("nginx", "parse", main(), "--json");
    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.json().get("ok").asBoolean()).isFalse();
    assertThat(ran.json().get("errors"))
        .extracting(error -> error.get("line") + ":" + error.get("col"))
        .containsExactly("1:3", "3:4", "5:1");
    assertThat(run("nginx", "parse", main()).out()).contains("nginx.conf:3:4: ");
  }

  @Test
  void policyNamesRuleFileAndLine() throws IOException {
    conf("events {}\nload_module x;\n");
    var ran = run("nginx", "policy", main(), "--json");
    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.json().get("refusals").get(0).toString())
        .startsWith("{\"rule\":\"code\",\"file\":\"nginx.conf\",\"line\":2,\"message\":\"");
    conf("events {}");
    assertThat(run("nginx", "policy", main(), "--json").json().toString())
        .isEqualTo("{\"accepted\":true,\"refusals\":[]}");
  }

  @Test
  void policyTakesTheLabsPorts() throws IOException {
    conf("http { upstream a { server localhost:5000; } server { listen 5001; } }");
    assertThat(run("nginx", "policy", main()).code()).isEqualTo(1);
    assertThat(run("nginx", "policy", main(), "--lab-port", "5000", "5001").code()).isZero();
    assertThat(run("nginx", "policy", main(), "--lab-port", "5000", "--lab-port", "5001").code())
        .isZero();
    assertThat(run("nginx", "policy", "--lab-port", "5000", "5001", main()).code()).isZero();
    assertThat(run("nginx", "policy", "--lab-port=70000", main()).code()).isEqualTo(2);
  }

  @Test
  void aFileThatIsNotThereIsAnEnvironmentProblem() {
    assertThat(run("nginx", "parse", main()).code()).isEqualTo(4);
    assertThat(run("nginx", "policy", main(), "--json").code()).isEqualTo(4);
    assertThat(run("nginx", "parse", folder.toString()).code()).isEqualTo(4);
    assertThat(run("nginx").code()).isEqualTo(2);
  }

  @Test
  void everyRuleOfThePolicyStandsInTheSchema() throws IOException {
    try (var in = getClass().getResourceAsStream("/schema/nginx-policy.schema.json")) {
      var schema = new JsonMapper().readTree(in);
      var rules = schema.at("/properties/refusals/items/properties/rule/enum").toString();
      assertThat(rules).contains("\"code\"", "\"syntax\"", "\"limit\"", "\"proxy-target\"");
    }
  }

  private void conf(String latin) throws IOException {
    Files.write(Path.of(main()), latin.getBytes(StandardCharsets.ISO_8859_1));
  }

  private String main() {
    return folder.resolve("nginx.conf").toString();
  }

  private static Ran run(String... args) {
    var out = new StringWriter();
    int code =
        Main.commandLine()
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(new StringWriter()))
            .execute(args);
    return new Ran(code, out.toString());
  }

  /** What a command left behind. */
  private record Ran(int code, String out) {
    JsonNode json() {
      return new JsonMapper().readTree(out);
    }
  }
}
