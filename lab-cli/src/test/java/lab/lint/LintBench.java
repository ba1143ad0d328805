package lab.lint;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lab.lint.site.Site;
import lab.nginx.grammar.Release;
import lab.nginx.syntax.ConfigFiles;
import lab.nginx.syntax.Configuration;
import lab.nginx.syntax.Limits;

/** Prints how long it takes to parse and lint a file of 1,000 lines, once warm. */
public final class LintBench {
  private static final int ROUNDS = 200;

  private LintBench() {}

  public static void main(String[] args) {
    var text = thousandLines();
    var nanos = new long[ROUNDS];
    int said = 0;
    for (int round = 0; round < ROUNDS; round++) {
      long start = System.nanoTime();
      said = parseAndLint(text);
      nanos[round] = System.nanoTime() - start;
    }
    var warm = Arrays.copyOfRange(nanos, ROUNDS / 2, ROUNDS);
    Arrays.sort(warm);
    System.out.printf(
        "parse + lint of %d lines, %d diagnostics: first %d ms, warm median %.1f ms, worst %.1f ms%n",
        text.lines().count(),
        said,
        Duration.ofNanos(nanos[0]).toMillis(),
        warm[warm.length / 2] / 1e6,
        warm[warm.length - 1] / 1e6);
  }

  static int parseAndLint(String text) {
    var files = new OneFile(text);
    var configuration = Configuration.load(Path.of("nginx.conf"), files, Limits.GENEROUS);
    var site = new Site(configuration, Facts.of(new Release(1, 22, 1), false));
    return Checked.of(site, NginxAnswer.ACCEPTED).diagnostics().size();
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
