package lab.nginx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
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
import lab.nginx.syntax.Configuration;
import lab.nginx.syntax.Directive;
import lab.nginx.syntax.Limits;
import lab.nginx.syntax.MemoryFiles;
import lab.nginx.syntax.Span;
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

  /** Of the processor, not of the clock: a busy machine makes nothing worse. */
  private static final Duration COST = Duration.ofSeconds(2);

  private static final Duration HANGS_AFTER = Duration.ofSeconds(60);
  private static final int SIZE = 64 << 10;
  private static final List<String> PIECES =
      List.of(
          ";",
          "{",
          "}",
          "\"",
          "'",
          "\\",
          "#",
          "$",
          "${",
          "\n",
          " ",
          "\u0000",
          "\u00ff",
          "http",
          "server",
          "location",
          "map",
          "types",
          "upstream",
          "include",
          "include *;",
          "listen 8080;",
          "proxy_pass http://$a;",
          "if (",
          "~",
          "(?<a>",
          "..",
          "zone=a:1m",
          "rate=1r/s",
          "1h30m",
          "99999999999999999999",
          "x_by_lua_block {",
          "[[",
          "--");

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
    var text = piece.repeat(SIZE / piece.length() + 1).substring(0, SIZE);
    survives(text);
    survives("http {" + text.substring(0, SIZE - 20));
    survives("http { server {" + text.substring(0, SIZE - 20));
    survives("http { server {" + piece.repeat((SIZE - 20) / piece.length()) + "}}");
  }

  @Test
  void randomTextsAndBrokenRealOnesAreSurvived() throws IOException {
    long seconds = Long.getLong("fuzz.seconds", 3);
    var random = new Random(Long.getLong("fuzz.seed", 20261124));
    var real = Files.readString(Path.of("..", "nginx", "nginx.conf"), StandardCharsets.ISO_8859_1);
    long end = System.nanoTime() + Duration.ofSeconds(seconds).toNanos();
    int texts = 0;
    for (; System.nanoTime() < end; texts++) {
      survives(random.nextBoolean() ? pieces(random) : broken(real, random));
    }
    assertThat(texts).isGreaterThan(20);
  }

  /** Reads, judges and rewrites a text; only problems for a person may come of it. */
  private static void survives(String text) {
    var start = text.substring(0, Math.min(200, text.length()));
    assertTimeoutPreemptively(
        HANGS_AFTER,
        () -> {
          var threads = ManagementFactory.getThreadMXBean();
          long before = threads.getCurrentThreadCpuTime();
          use(text);
          assertThat(Duration.ofNanos(threads.getCurrentThreadCpuTime() - before))
              .as(start)
              .isLessThan(COST);
        },
        () -> "hangs: " + start);
  }

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

  private static String pieces(Random random) {
    var text = new StringBuilder();
    int length = random.nextInt(10) == 0 ? SIZE : 200;
    while (text.length() < length) {
      text.append(PIECES.get(random.nextInt(PIECES.size())));
      text.append(random.nextInt(3) == 0 ? " " : "");
    }
    return text.toString();
  }

  private static String broken(String real, Random random) {
    var text = new StringBuilder(real);
    for (int left = 1 + random.nextInt(6); left > 0; left--) {
      int at = random.nextInt(text.length());
      switch (random.nextInt(3)) {
        case 0 -> text.deleteCharAt(at);
        case 1 -> text.insert(at, PIECES.get(random.nextInt(PIECES.size())));
        default -> text.setCharAt(at, (char) random.nextInt(256));
      }
    }
    return text.toString();
  }
}
