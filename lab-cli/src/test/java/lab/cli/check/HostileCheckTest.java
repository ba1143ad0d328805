package lab.cli.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import lab.lint.Checked;
import lab.lint.Facts;
import lab.lint.NginxAnswer;
import lab.lint.site.Site;
import lab.nginx.Bounded;
import lab.nginx.HostileTexts;
import lab.nginx.grammar.Release;
import lab.nginx.syntax.closure.Configuration;
import lab.nginx.syntax.closure.MemoryFiles;
import lab.nginx.syntax.parse.Limits;
import lab.screen.Ink;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * No text may crash or hang the rules, or what writes down what they say. {@code
 * -Dfuzz.seconds=600} looks longer than the suite does; {@code -Dfuzz.seed=N} looks elsewhere.
 */
class HostileCheckTest {
  private static final Path MAIN = Path.of("/conf/nginx.conf");

  /** Results that are looked into; what is said of one holds for thousands of its kind. */
  private static final int SARIF_RESULTS = 300;

  private static final NginxAnswer REFUSED =
      new NginxAnswer(false, Optional.of("unexpected \"}\""), Optional.empty());

  /** What a text costs is bounded, not what starting the lab does. */
  @BeforeAll
  static void everyClassIsLoaded() {
    check("evnts {} http { server { listen 80; location / { return 200 $urii; } } }", REFUSED);
  }

  /** {@code %d} is the number of the repetition, so that every name is another one. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "a{}",
        "a;",
        "{",
        "\"",
        "'a\n\"b\n",
        "# \n",
        "a b c d e f g ",
        "x_by_lua_block {",
        "server_name location root ",
        "wrker_%d 1;",
        "return 200 $a%d;",
        "set $x%d $y%d;",
        "listen 80;",
        "server{listen 80;server_name a;}",
        "server{listen %d;location / {proxy_pass http://h%d;}}",
        "server{location /a%d {proxy_pass http://x%d;}}",
        "upstream u%d{server localhost:1;}",
        "limit_req zone=abc;",
        "limit_req_zone $a zone=z%d:1m rate=1r/s;",
        "location /%d {proxy_pass http://u%d;}",
        "location = /%d {} location /%d {limit_req zone=z%d;}",
        "location /%d{set $a%d $b; proxy_pass http://$a%d;}",
        "location /aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa%d {}location ~ ^/(a+)+$%d {}",
        "location ~ ^/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab%d$ {} location ~ ^/(a|a)+$%d {}",
        "location ~ ((a+)+)+$ {",
        "location ~ a%d.b {return 1;proxy_pass http://a;}",
        "if ($a%d ~ (a+)+b%d) {return 200 $b;}",
        "map $a $b%d {a%d b;}",
        "proxy_pass http://$a;set $a $b;",
        "add_header X%d y;",
        "error_page 40%d /x;",
        "access_log /a\u0000b;",
        "\u00ff",
        "\u0000"
      })
  void aRepeatedPieceIsBounded(String piece) {
    var text = new StringBuilder();
    for (int number = 0; text.length() < HostileTexts.SIZE; number++) {
      text.append(piece.replace("%d", Integer.toString(number)));
    }
    survives(text.toString());
    survives("events {} http {" + text + "}");
    survives("events {} http { server {" + text + "}}");
  }

  /** As long as a word may be, in places where rules look into it. */
  @ParameterizedTest
  @ValueSource(
      strings = {"(", "(a+", "+", "[", "[^", "a", "\\\\d", "$a", "${a}", "/", ".", "1h", "x="})
  void aLongWordIsBounded(String piece) {
    var word = piece.repeat(4_000 / piece.length());
    for (var statement :
        List.of(
            "rewrite %s /x;",
            "rewrite (%s /x;",
            "location ~ %s {}",
            "location ~ %s { return 301 /$1; }",
            "return 200 %s;",
            "proxy_pass http://%s;",
            "proxy_read_timeout %s;",
            "%s 1;",
            "if ($a ~ %s) {}",
            "map %s $b {}",
            "location %s { alias %s; }")) {
      survives("events {} http { server {" + statement.replace("%s", word).repeat(15) + "}}");
    }
  }

  @Test
  void randomTextsAndBrokenRealOnesAreSurvived() {
    long seconds = Long.getLong("fuzz.seconds", 3);
    var random = new Random(Long.getLong("fuzz.seed", 20261125));
    long end = System.nanoTime() + Duration.ofSeconds(seconds).toNanos();
    int texts = 0;
    for (; System.nanoTime() < end; texts++) {
      survives(HostileTexts.next(random));
    }
    System.err.printf("%d hostile texts checked and written down%n", texts);
    assertThat(texts).isGreaterThan(10);
  }

  /** As if nginx took it, and as if not: each is a command of its own, with bounds of its own. */
  private static void survives(String text) {
    for (var answer : List.of(NginxAnswer.ACCEPTED, REFUSED)) {
      Bounded.run(text.substring(0, Math.min(200, text.length())), () -> check(text, answer));
    }
  }

  /** Checks a text and writes it down in every form. */
  private static void check(String text, NginxAnswer answer) {
    var read = Configuration.load(MAIN, new MemoryFiles(Map.of(MAIN, text)), Limits.GENEROUS);
    var site = new Site(read, Facts.of(new Release(1, 22, 1), false));
    var checked = Checked.of(site, answer);
    if (!answer.ok()) {
      assertThat(checked.faults()).as("a refusal has a reason").isNotEmpty();
    }
    var json = JsonMapper.shared();
    json.writeValueAsString(CheckJson.of(checked));
    sarif(
        json.readTree(json.writeValueAsString(new CheckSarif(Path.of("/conf")).of(checked))),
        checked.diagnostics().size());
    assertThat(new CheckText(new Ink(false), 80, "1.22.1").lines(checked)).isNotEmpty();
  }

  /** Holds a log against what SARIF 2.1.0 demands of the parts that it has. */
  private static void sarif(JsonNode log, int diagnostics) {
    assertThat(log.get("version").asString()).isEqualTo("2.1.0");
    assertThat(log.get("$schema").asString()).endsWith("sarif-schema-2.1.0.json");
    var run = log.get("runs").get(0);
    var driver = run.get("tool").get("driver");
    assertThat(driver.get("name").asString()).isNotBlank();
    assertThat(run.get("results")).hasSize(diagnostics);
    for (int at = 0; at < Math.min(SARIF_RESULTS, diagnostics); at++) {
      var result = run.get("results").get(at);
      var rule = driver.get("rules").get(result.get("ruleIndex").asInt());
      assertThat(rule.get("id").asString()).isEqualTo(result.get("ruleId").asString());
      assertThat(result.get("level").asString()).isIn("none", "note", "warning", "error");
      assertThat(result.get("message").get("text").asString()).isNotBlank();
      var place = result.get("locations").get(0).get("physicalLocation");
      assertThat(place.get("artifactLocation").get("uri").asString()).isEqualTo("nginx.conf");
      region(place.get("region"));
      for (var fix : result.withArray("fixes")) {
        var change = fix.get("artifactChanges").get(0);
        assertThat(change.get("artifactLocation").get("uri").asString()).isEqualTo("nginx.conf");
        region(change.get("replacements").get(0).get("deletedRegion"));
      }
    }
  }

  private static void region(JsonNode region) {
    int line = region.get("startLine").asInt();
    int column = region.get("startColumn").asInt();
    assertThat(line).isPositive();
    assertThat(column).isPositive();
    assertThat(region.get("endLine").asInt()).isGreaterThanOrEqualTo(line);
    if (region.get("endLine").asInt() == line) {
      assertThat(region.get("endColumn").asInt()).isGreaterThanOrEqualTo(column);
    }
  }
}
