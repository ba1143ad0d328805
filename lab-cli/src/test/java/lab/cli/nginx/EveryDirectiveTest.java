package lab.cli.nginx;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import lab.cli.check.CheckJson;
import lab.cli.explain.ExplainJson;
import lab.lint.Checked;
import lab.lint.Facts;
import lab.lint.NginxAnswer;
import lab.lint.site.Site;
import lab.nginx.Bounded;
import lab.nginx.generate.GenerateOptions;
import lab.nginx.generate.Generator;
import lab.nginx.grammar.Grammar;
import lab.nginx.grammar.Release;
import lab.nginx.policy.Policy;
import lab.nginx.routing.Request;
import lab.nginx.routing.Surroundings;
import lab.nginx.routing.engine.Resolver;
import lab.nginx.syntax.closure.Configuration;
import lab.nginx.syntax.closure.MemoryFiles;
import lab.nginx.syntax.parse.Limits;
import lab.problem.ProblemException;
import org.junit.jupiter.api.Test;

/**
 * Every directive in every place and in every form, most of which nginx refuses: without words,
 * with too many, with a block or without. Nothing may crash or hang what reads it. A few seconds
 * see some thousands of the combinations; {@code -Dfuzz.seconds=200} sees all, {@code
 * -Dfuzz.seed=N} takes them in another order.
 */
class EveryDirectiveTest {
  private static final Path MAIN = Path.of("/conf/nginx.conf");

  private static final List<String> FORMS =
      List.of(
          "%s;",
          "%s \"\";",
          "%s x;",
          "%s $made;",
          "%s x $y;",
          "%s = x y;",
          "%s 1 2 3 4 5;",
          "%s {}",
          "%s x {}",
          "%s ~ ^/(a) { return 200; }",
          "%s x { %1$s; }");

  /** The places, by what stands around {@code @}. */
  private static final List<String> PLACES =
      List.of(
          "@ events {} http { server { listen 8080; location / { return 200 $other; } } }",
          "events { @ } http { server { listen 8080; } }",
          "made_up { @ } events {} http { server { listen 8080; return 200 $other; } }",
          http("@"),
          http("made_up { @ }"),
          http("map $arg_q $m { @ }"),
          http("geo $m { @ }"),
          http("split_clients $arg_q $m { @ }"),
          http("types { @ }"),
          http("upstream g { @ }"),
          http("upstream g { server 127.0.0.1:1; @ }"),
          server("@"),
          server("made_up { @ }"),
          server("if ($arg_q) { @ }"),
          location("@"),
          location("made_up { @ }"),
          location("if ($arg_q) { @ }"),
          location("limit_except GET { @ }"),
          location("location /x { @ }"));

  @Test
  void noDirectiveInNoFormAndPlaceCrashesAnything() {
    var all = new ArrayList<String>();
    for (var name : Grammar.stock().names()) {
      for (var form : FORMS) {
        var statement = form.formatted(name);
        PLACES.forEach(place -> all.add(place.replace("@", statement)));
      }
    }
    Collections.shuffle(all, new Random(Long.getLong("fuzz.seed", 20261126)));
    long end = System.nanoTime() + Duration.ofSeconds(Long.getLong("fuzz.seconds", 4)).toNanos();
    int tried = 0;
    for (; tried < all.size() && System.nanoTime() < end; tried++) {
      var text = all.get(tried);
      Bounded.run(text, () -> use(text));
    }
    System.err.printf("%d of %d forms of directives tried%n", tried, all.size());
    assertThat(tried).isGreaterThan(50);
  }

  private static void use(String text) {
    try {
      var files = new MemoryFiles(Map.of(MAIN, text));
      var read = Configuration.load(MAIN, files, Limits.GENEROUS);
      explain(read);
      var site = new Site(read, Facts.of(new Release(1, 22, 1), false));
      assertThat(CheckJson.of(Checked.of(site, NginxAnswer.ACCEPTED))).containsKey("ok");
      Policy.judge(MAIN, files, Policy.LAB_PORTS);
      generate(read);
    } catch (RuntimeException e) {
      throw new AssertionError("crashed by " + text, e);
    }
  }

  private static void explain(Configuration read) {
    var resolver = new Resolver(read, Surroundings.allUp());
    for (var uri : List.of("/", "/?q=1", "/x", "/p", "/p?q=1")) {
      assertThat(ExplainJson.of(resolver.explain(Request.get(uri)))).containsKey("outcome");
    }
  }

  private static void generate(Configuration read) {
    try {
      var options = GenerateOptions.in(Path.of("/run")).withSpeed(10).withTrace();
      Generator.generate(read, options.withPorts(Map.of(8080, 1)));
    } catch (ProblemException forAPerson) {
      assertThat(forAPerson.problems()).isNotEmpty();
    }
  }

  private static String http(String inside) {
    return "events {} http { "
        + inside
        + " server { listen 8080; location / { return 200 $m$other; }"
        + " location /p { proxy_pass http://g; } } }";
  }

  private static String server(String inside) {
    return http("server { listen 8080 default_server; " + inside + " return 200 $other; }");
  }

  private static String location(String inside) {
    return http(
        "server { listen 8080 default_server; location / { "
            + inside
            + " } location /p { "
            + inside
            + " proxy_pass http://127.0.0.1:1$other; } }");
  }
}
