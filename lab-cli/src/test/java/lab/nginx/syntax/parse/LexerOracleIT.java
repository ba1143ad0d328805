package lab.nginx.syntax.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import lab.nginx.syntax.Block;
import lab.nginx.syntax.Directive;
import lab.nginx.syntax.Fault;
import lab.nginx.syntax.SourceText;
import lab.stack.nginx.NginxBinary;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Holds the lexer against the real one. In a {@code types} block any words go, and a repeated one
 * makes nginx print the words it read and the line it read them on; so each text stands there
 * twice.
 */
@Tag("process")
class LexerOracleIT {
  private static final int CASES = Integer.getInteger("corpus.cases", 500);
  private static final String OPEN =
      "events {} http { "
          + Oracle.http()
          + "types_hash_max_size 65536; types_hash_bucket_size 16384; types {\n";
  private static final List<String> PIECES =
      List.of(
          ";",
          ";",
          ";\n",
          "{",
          "}",
          "\"",
          "'",
          "\\",
          "\\\\",
          "\\\"",
          "#",
          "# c\n",
          "$",
          "${",
          "${a}",
          " ",
          " ",
          "\t",
          "\n",
          "\r\n",
          "(",
          ")",
          "a",
          "b.c",
          "\\n",
          "\\.",
          "\u00c3\u00a9",
          "\u00a0",
          "\u000b",
          "x y;",
          "\"q r\" s;",
          "'t u';",
          "v \"w\\\"\";",
          "k ~^/a;",
          "l \\;m n;",
          "o");

  @TempDir Path folder;

  @ParameterizedTest
  @MethodSource("lab.stack.nginx.NginxBinaries#all")
  void readsTheSameWordsOnTheSameLines(NginxBinary nginx) {
    var oracle = new Oracle(nginx, folder);
    var random = new Random(Long.getLong("corpus.seed", 20261124));
    int refused = 0;
    for (int at = 0; at < CASES; at++) {
      var piece = text(random);
      refused += agree(oracle, OPEN + piece + "\n" + piece + "\n}}\n") ? 1 : 0;
    }
    assertThat(refused).isBetween(CASES / 10, CASES * 9 / 10);
  }

  @ParameterizedTest
  @MethodSource("lab.stack.nginx.NginxBinaries#all")
  void agreesAtTheEdgesOfTheWindow(NginxBinary nginx) {
    var oracle = new Oracle(nginx, folder);
    for (int length = 4088; length <= 4098; length++) {
      for (var around :
          List.of("%s;", "%s ;", "a %s;", "a \"%s\";", "a '%s' ;", "#%s\n", "a \"%s", "a #%s\n;")) {
        for (var fill : List.of("w", "\\a", "\n")) {
          if (fill.equals("\n") && !around.contains("\"")) {
            continue;
          }
          var filled = fill.repeat(length).substring(0, length);
          agree(oracle, "events {}\n" + around.replace("%s", filled) + "\n");
          agree(oracle, around.replace("%s", filled) + "\nevents {}");
        }
      }
    }
  }

  /** Whether both refuse the text; fails when they differ in anything. */
  private boolean agree(Oracle oracle, String text) {
    var printed = oracle.output(text);
    var theirs = Oracle.refusal(printed);
    var ours = expected(text);
    if (ours.isPresent()) {
      assertThat(theirs.orElseThrow().line()).as(text).isEqualTo(ours.get().line());
      assertThat(cut(theirs.get().message())).as(text).isEqualTo(cut(ours.get().message()));
      return true;
    }
    assertThat(theirs).as(text).isEmpty();
    var warnings = printed.substring(0, printed.indexOf("nginx: the configuration file"));
    assertThat(warnings).as(text).isEqualTo(warnings(text));
    return false;
  }

  /** nginx cuts its messages at 2,048 bytes. */
  private static String cut(String message) {
    return message.substring(0, Math.min(1000, message.length()));
  }

  /** What nginx would say first: a fault of the text, or a name that it does not know. */
  private static Optional<Oracle.Refusal> expected(String text) {
    var parsed = parse(text);
    var unknown = new ArrayList<Directive>();
    unknown(parsed.directives(), "", unknown);
    var fault =
        parsed.faults().stream()
            .findFirst()
            .map(f -> new Oracle.Refusal(f.nginxMessage().orElseThrow(), f.nginxAt().line()));
    if (unknown.isEmpty()) {
      return fault;
    }
    var first = unknown.getFirst();
    int stopsAt =
        parsed.faults().stream().findFirst().map(LexerOracleIT::end).orElse(text.length());
    return first.terminator().start() < stopsAt
        ? Optional.of(
            new Oracle.Refusal(
                "unknown directive \"" + first.name() + "\"", first.terminator().line()))
        : fault;
  }

  /** Up to where our statements are those that nginx reads: what follows is our recovery. */
  private static int end(Fault fault) {
    return switch (fault.kind()) {
      case UNCLOSED_QUOTE, MISSING_SEMICOLON -> fault.at().start();
      default -> fault.nginxAt().start();
    };
  }

  private static void unknown(List<Directive> statements, String parent, List<Directive> found) {
    for (var statement : statements) {
      boolean known =
          List.of("events", "http", "types").contains(statement.name().text())
              || statement.name().text().endsWith("_path")
              || statement.name().text().startsWith("types_hash")
              || statement.is("access_log");
      if (!known && !parent.equals("types")) {
        found.add(statement);
      }
      statement
          .block()
          .ifPresent(block -> unknown(block.directives(), statement.name().text(), found));
    }
  }

  private String warnings(String text) {
    var conf = folder.resolve("nginx.conf");
    var seen = new HashMap<String, String>();
    var printed = new StringBuilder();
    for (var top : parse(text).directives()) {
      for (var inner : top.block().map(Block::directives).orElse(List.of())) {
        for (var row : inner.block().map(Block::directives).orElse(List.of())) {
          for (var word : row.args()) {
            var before = Optional.ofNullable(seen.put(word.text(), row.name().text()));
            before.ifPresent(old ->
                printed.append(
                    "nginx: [warn] duplicate extension \"%s\", content type: \"%s\", previous content type: \"%s\" in %s:%d\n"
                        .formatted(word, row.name(), old, conf, row.terminator().line())));
          }
        }
      }
    }
    return printed.toString();
  }

  private static ParseResult parse(String text) {
    return Parser.parse(
        new SourceText(Path.of("nginx.conf"), text.getBytes(StandardCharsets.ISO_8859_1)));
  }

  private static String text(Random random) {
    var text = new StringBuilder();
    for (int left = 1 + random.nextInt(14); left > 0; left--) {
      text.append(PIECES.get(random.nextInt(PIECES.size())));
    }
    return text.toString();
  }
}
