package lab.run.real;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import lab.cli.explain.ExplainJson;
import lab.cli.explain.ExplainText;
import lab.nginx.Bounded;
import lab.nginx.routing.Request;
import lab.nginx.routing.Surroundings;
import lab.nginx.routing.engine.Resolver;
import lab.nginx.syntax.closure.MemoryFiles;
import lab.screen.Ink;
import org.junit.jupiter.api.Test;

/**
 * No configuration may crash or hang the resolver, least of all one that nginx refuses: it answers,
 * or says why it cannot tell. {@code -Dfuzz.seconds=600} looks longer, {@code -Dfuzz.seed=N}
 * elsewhere.
 */
class HostileConfigurationTest {
  private static final List<String> WORDS =
      List.of(
          "\"\"",
          "=",
          "$",
          "=abc",
          "99999999999",
          "-1",
          "~",
          "^~",
          "~*",
          "@one",
          "@",
          "http://",
          "http://$v",
          "http://[",
          "http://:80",
          "127.0.0.1:99999",
          "[::1]:80",
          "unix:/x",
          "(",
          "[",
          "a=b",
          "%",
          "%zz",
          "*",
          "off",
          "on",
          "$1",
          "${",
          "${v}",
          "~(a+)+$",
          "~^(?<v>",
          "weight=0",
          "weight=99999999",
          "backup",
          "down",
          "444",
          "0",
          "1",
          "!",
          "!-f",
          "127.0.0.0/99",
          "all",
          "zone=a:1m",
          "default",
          "default_server",
          "hash",
          "redirect",
          "last",
          "é");

  @Test
  void noConfigurationCrashesOrHangsTheResolver() {
    long seconds = Long.getLong("fuzz.seconds", 3);
    var random = new Random(Long.getLong("fuzz.seed", 20261125));
    long end = System.nanoTime() + Duration.ofSeconds(seconds).toNanos();
    int texts = 0;
    int asked = 0;
    for (; System.nanoTime() < end; texts++) {
      var maker =
          new ConfigurationMaker(
              random, List.of(8080, 8081), List.of("127.0.0.1:1"), List.of("127.0.0.1:2"));
      var text = broken(maker.make(), random);
      asked += explain(text, random);
    }
    System.err.printf("%d broken configurations, %d requests explained%n", texts, asked);
    assertThat(texts).isGreaterThan(10);
  }

  private static int explain(String text, Random random) {
    var requests = IntStream.range(0, 8).mapToObj(at -> request(random)).toList();
    Bounded.run(
        text,
        () -> {
          try {
            var resolver = new Resolver(MemoryFiles.load(text), Surroundings.allUp());
            for (var request : requests) {
              var explained = resolver.explain(request);
              assertThat(ExplainJson.of(explained)).containsKey("outcome");
              assertThat(new ExplainText(new Ink(false), 80).of(explained)).isNotEmpty();
            }
          } catch (RuntimeException e) {
            throw new AssertionError("crashed by " + text, e);
          }
        });
    return requests.size();
  }

  private static Request request(Random random) {
    return new Request(
        pick(Requests.URIS, random) + pick(Requests.QUERIES, random),
        pick(Requests.METHODS, random),
        Optional.of(pick(Requests.HOSTS, random)),
        Optional.of("127.0.0.1:8080"));
  }

  /** Takes away, doubles, swaps and replaces words and lines. */
  private static String broken(String text, Random random) {
    var lines = new ArrayList<>(text.lines().toList());
    for (int left = 1 + random.nextInt(8); left > 0; left--) {
      int at = random.nextInt(lines.size());
      var line = lines.get(at);
      switch (random.nextInt(8)) {
        case 0 -> lines.add(random.nextInt(lines.size()), line);
        case 1 -> lines.set(at, "");
        default -> lines.set(at, brokenLine(line, random));
      }
    }
    return String.join("\n", lines);
  }

  private static String brokenLine(String line, Random random) {
    // the last sign, which ends the statement, stays
    int end = Math.max(0, line.stripTrailing().length() - 1);
    var words = new ArrayList<>(Arrays.asList(line.substring(0, end).strip().split(" ", -1)));
    int at = random.nextInt(words.size());
    switch (random.nextInt(4)) {
      case 0 -> words.remove(at);
      case 1 -> words.add(at, pick(WORDS, random));
      case 2 -> words.add(words.get(at));
      default -> words.set(at, pick(WORDS, random));
    }
    return String.join(" ", words) + line.substring(end);
  }

  private static <T> T pick(List<T> from, Random random) {
    return from.get(random.nextInt(from.size()));
  }
}
