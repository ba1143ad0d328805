package lab.nginx;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import lab.nginx.generate.GenerateOptions;
import lab.nginx.generate.Generator;
import lab.nginx.policy.Policy;
import lab.nginx.syntax.Directive;
import lab.nginx.syntax.Span;
import lab.nginx.syntax.closure.Configuration;
import lab.nginx.syntax.closure.MemoryFiles;
import lab.nginx.syntax.parse.Limits;
import lab.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * No text may crash or hang what reads it. {@code -Dfuzz.seconds=600} looks longer than the suite
 * does; {@code -Dfuzz.seed=N} looks elsewhere.
 */
class HostileTextTest {
  private static final Path MAIN = Path.of("/conf/nginx.conf");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{",
        "}",
        "a{",
        "a{}",
        ";",
        "\"",
        "\"\n",
        "'a\n\"b\n",
        "\\",
        "#",
        "# \n",
        "a ",
        "a;",
        "a\n",
        "$",
        "${",
        "a \"b\"c;",
        "map a b{",
        "map a b{c{",
        "x_by_lua_block {",
        "x_by_lua_block {\"",
        "x_by_lua_block {[[",
        "include *;",
        "include nginx.conf;",
        "include [*?[;",
        "if (a) {",
        "listen 1;",
        "set $a $a;",
        "\u00ff",
        "\u0000",
        " ",
        "\t{",
        "proxy_pass http://$a;set $a $b;",
        "rewrite ^ (?<a>;",
        "server{",
        "} a {\n",
        "\"\\",
        "limit_rate 9g;"
      })
  void aRepeatedPieceIsBounded(String piece) {
    var text = piece.repeat(HostileTexts.SIZE / piece.length() + 1).substring(0, HostileTexts.SIZE);
    survives(text);
    survives("http {" + text.substring(0, HostileTexts.SIZE - 20));
    survives("http { server {" + text.substring(0, HostileTexts.SIZE - 20));
    survives("http { server {" + piece.repeat((HostileTexts.SIZE - 20) / piece.length()) + "}}");
  }

  @Test
  void randomTextsAndBrokenRealOnesAreSurvived() {
    long seconds = Long.getLong("fuzz.seconds", 3);
    var random = new Random(Long.getLong("fuzz.seed", 20261124));
    long end = System.nanoTime() + Duration.ofSeconds(seconds).toNanos();
    int texts = 0;
    for (; System.nanoTime() < end; texts++) {
      survives(HostileTexts.next(random));
    }
    assertThat(texts).isGreaterThan(20);
  }

  private static void survives(String text) {
    Bounded.run(text.substring(0, Math.min(200, text.length())), () -> use(text));
  }

  /** Reads, judges and rewrites a text; only problems for a person may come of it. */
  private static void use(String text) {
    var files = new MemoryFiles(Map.of(MAIN, text));
    var read = Configuration.load(MAIN, files, Limits.GENEROUS);
    assertThat(apart(read.written())).as("words do not overlap").isTrue();
    assertThat(Policy.judge(MAIN, files, Policy.LAB_PORTS).refusals())
        .allMatch(refusal -> refusal.line() > 0);
    var options = GenerateOptions.in(Path.of("/run")).withSpeed(10).withTrace();
    try {
      var generated = Generator.generate(read, options.withPorts(Map.of(8080, 1)));
      assertThat(generated.origins()).hasSameSizeAs(generated.text().split("\n", -1));
    } catch (ProblemException forAPerson) {
      assertThat(forAPerson.problems()).isNotEmpty();
    }
  }

  /** Whether statements and their words follow each other without overlapping. */
  private static boolean apart(List<Directive> statements) {
    var spans = spans(statements).filter(span -> span.source().path().equals(MAIN)).toList();
    for (int at = 1; at < spans.size(); at++) {
      boolean sameFileAgain = spans.get(at).start() < spans.get(at - 1).start();
      if (!sameFileAgain && spans.get(at).start() < spans.get(at - 1).end()) {
        return false;
      }
    }
    return true;
  }

  private static Stream<Span> spans(List<Directive> statements) {
    return statements.stream()
        .flatMap(statement -> {
          var own = new ArrayList<Span>();
          own.add(statement.name().span());
          statement.args().forEach(word -> own.add(word.span()));
          own.add(statement.terminator());
          return Stream.concat(
              own.stream(), statement.block().stream().flatMap(block -> spans(block.directives())));
        });
  }
}
