package lab.nginx.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import lab.nginx.syntax.closure.MemoryFiles;
import lab.nginx.syntax.parse.Oracle;
import lab.stack.nginx.NginxBinary;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Holds the table of directives against the real nginx, one file for each directive and context.
 */
@Tag("process")
class GrammarOracleIT {
  private static final int CASES = Integer.getInteger("corpus.cases", 500);
  private static final Set<String> ENDINGS =
      Set.of("is not terminated by \";\"", "has no opening \"{\"", "directive is not allowed here");

  @TempDir Path folder;

  /** A directive with some arguments in some context. */
  private record Case(String name, Context context, int arguments, boolean block) {
    String text() {
      var statement = name + " 1".repeat(arguments) + (block ? " { }" : ";");
      var http = "http { " + Oracle.http();
      return switch (context) {
        case MAIN -> statement + " events { }";
        case EVENTS -> "events { " + statement + " }";
        case HTTP -> "events { } " + http + statement + " }";
        case UPSTREAM ->
            "events { } " + http + "upstream u { " + statement + " server 127.0.0.1; } }";
        case SERVER -> "events { } " + http + "server { listen 1; " + statement + " } }";
        case LOCATION -> "events { } " + http + "server { location / { " + statement + " } } }";
        case SERVER_IF -> "events { } " + http + "server { if ($a) { " + statement + " } } }";
        case LOCATION_IF ->
            "events { } " + http + "server { location / { if ($a) { " + statement + " } } } }";
        case LIMIT_EXCEPT ->
            "events { } "
                + http
                + "server { location / { limit_except GET { "
                + statement
                + " } } } }";
      };
    }
  }

  @ParameterizedTest
  @MethodSource("lab.stack.nginx.NginxBinaries#all")
  void agreesOnNamesPlacesBlocksAndCounts(NginxBinary nginx) {
    var oracle = new Oracle(nginx, folder);
    var version = nginx.version();
    var release = new Release(version.major(), version.minor(), version.patch());
    int misuses = 0;
    var wrong = new ArrayList<String>();
    for (var one : sample()) {
      var statement =
          MemoryFiles.load(one.name + " 1".repeat(one.arguments) + (one.block ? " { }" : ";"));
      var ours =
          Grammar.stock()
              .judge(statement.written().getFirst(), one.context, release)
              .map(Misuse::nginxMessage)
              .orElse("");
      var theirs =
          Oracle.refusal(oracle.output(one.text()))
              .map(Oracle.Refusal::message)
              .filter(message -> isMisuse(message, one.name))
              .orElse("");
      if (!ours.equals(theirs)) {
        wrong.add(one + ": we say <" + ours + ">, nginx <" + theirs + ">");
      }
      misuses += ours.isEmpty() ? 0 : 1;
    }
    assertThat(wrong).isEmpty();
    assertThat(misuses).isBetween(CASES / 10, CASES * 99 / 100);
  }

  private static boolean isMisuse(String message, String name) {
    return message.contains("\"" + name + "\"")
        && (message.startsWith("unknown directive")
            || message.equals("invalid number of arguments in \"" + name + "\" directive")
            || ENDINGS.stream().anyMatch(message::endsWith));
  }

  /** Right and wrong uses in equal parts, for every name as long as the number of cases lasts. */
  private static List<Case> sample() {
    var random = new Random(Long.getLong("corpus.seed", 20261124));
    var names = new ArrayList<>(Grammar.stock().names());
    var cases = new ArrayList<Case>();
    while (cases.size() < CASES) {
      Collections.shuffle(names, random);
      for (var name : names) {
        var rules = Grammar.stock().rules(name);
        var rule = rules.get(random.nextInt(rules.size()));
        var contexts =
            random.nextBoolean() ? List.copyOf(rule.contexts()) : List.of(Context.values());
        var context = contexts.get(random.nextInt(contexts.size()));
        boolean block = random.nextInt(5) == 0 ? random.nextBoolean() : rule.block();
        cases.add(new Case(name, context, random.nextInt(5), block));
      }
    }
    return cases.subList(0, CASES);
  }
}
