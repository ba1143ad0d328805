package lab.lint;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lab.lint.site.Site;
import lab.nginx.grammar.Release;
import lab.nginx.routing.Outcome;
import lab.nginx.routing.Request;
import lab.nginx.routing.Surroundings;
import lab.nginx.routing.engine.Resolver;
import lab.nginx.syntax.closure.ConfigFiles;
import lab.nginx.syntax.closure.Configuration;
import lab.nginx.syntax.parse.Limits;

/**
 * Measures what a person waits for: a file of 1,000 lines parsed, linted and resolved, once warm;
 * and the worst of many hostile texts of 64 KiB. Prints {@code name=value} pairs, times in ms.
 */
public final class NginxBench {
  private static final int ROUNDS = 200;
  private static final int HOSTILE_BYTES = 64 << 10;
  private static final List<String> HOSTILE =
      List.of(
          "a{",
          "a{}",
          ";",
          "}",
          "{",
          "\"",
          "'a\n\"b\n",
          "\\",
          "# \n",
          "${",
          "a;",
          "map a b{c{",
          "x_by_lua_block {",
          "server{",
          "location ~ ((a+)+)+$ {",
          "proxy_pass http://$a;set $a $b;",
          "rewrite ^ (?<a>;",
          "include *;",
          "upstream a{server 127.0.0.1;}",
          "set $a $a$a;");

  private NginxBench() {}

  public static void main(String[] args) {
    var text = thousandLines();
    var nanos = new long[ROUNDS];
    int said = 0;
    for (int round = 0; round < ROUNDS; round++) {
      long start = System.nanoTime();
      said = parseLintResolve(text);
      nanos[round] = System.nanoTime() - start;
    }
    var warm = Arrays.copyOfRange(nanos, ROUNDS / 2, ROUNDS);
    Arrays.sort(warm);
    System.out.printf(
        "lines=%d diagnostics=%d first=%.1f median=%.1f worst=%.1f hostile=%.1f%n",
        text.lines().count(),
        said,
        nanos[0] / 1e6,
        warm[warm.length / 2] / 1e6,
        warm[warm.length - 1] / 1e6,
        worstHostile() / 1e6);
  }

  private static int parseLintResolve(String text) {
    var configuration = load(text);
    var site = new Site(configuration, Facts.of(new Release(1, 22, 1), false));
    var explained =
        new Resolver(configuration, Surroundings.allUp()).explain(Request.get("/path7"));
    if (!(explained.outcome() instanceof Outcome.Proxied)) {
      throw new IllegalStateException("not proxied: " + explained.outcome());
    }
    return Checked.of(site, NginxAnswer.ACCEPTED).diagnostics().size();
  }

  private static long worstHostile() {
    long worst = 0;
    for (var piece : HOSTILE) {
      var text = piece.repeat(HOSTILE_BYTES / piece.length());
      for (var whole : List.of(text, "events { } http { server { " + text + " } }")) {
        long start = System.nanoTime();
        var configuration = load(whole);
        Checked.of(
            new Site(configuration, Facts.of(new Release(1, 22, 1), false)), NginxAnswer.ACCEPTED);
        worst = Math.max(worst, System.nanoTime() - start);
      }
    }
    return worst;
  }

  private static Configuration load(String text) {
    return Configuration.load(Path.of("nginx.conf"), new OneFile(text), Limits.GENEROUS);
  }

  /** Ten upstreams and ten servers with 23 locations each, of all kinds. */
  static String thousandLines() {
    var upstreams =
        IntStream.range(0, 10)
            .mapToObj(i ->
                "upstream u"
                    + i
                    + " {\n zone u"
                    + i
                    + " 64k;\n server 127.0.0.1:"
                    + (8101 + i % 4)
                    + ";\n}\n")
            .collect(Collectors.joining());
    var servers =
        IntStream.range(0, 10)
            .mapToObj(i ->
                "server {\n listen 127.0.0.1:8080;\n server_name s"
                    + i
                    + ".test;\n"
                    + locations(i)
                    + "}\n")
            .collect(Collectors.joining());
    return "events {\n worker_connections 4096;\n}\nhttp {\n" + upstreams + servers + "}\n";
  }

  private static String locations(int server) {
    return IntStream.range(0, 23)
        .mapToObj(i ->
            "location "
                + (i % 5 == 4 ? "~ ^/re" + i + "$" : "/path" + i)
                + " {\n proxy_set_header Host $host;\n proxy_pass http://u"
                + server
                + ";\n}\n")
        .collect(Collectors.joining());
  }

  /** A main file that includes nothing. */
  private record OneFile(String text) implements ConfigFiles {
    @Override
    public byte[] read(Path file, int limitBytes) {
      return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public List<String> names(Path folder) {
      return List.of();
    }
  }
}
