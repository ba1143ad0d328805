package lab.nginx.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import lab.nginx.syntax.closure.MemoryFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who listens where: as before for all who ask 127.0.0.1. */
class ListenRewriteTest {
  private static final GenerateOptions PLAIN = GenerateOptions.in(Path.of("/run"));

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          8080 | 127.0.0.3:8080                        ~ 127.0.0.1:8080 | 127.0.0.3:8080
          8080 | 127.0.0.2:8080                        ~ 127.0.0.1:8080 | 127.0.0.2:8080
          8080 | 127.0.0.1:8080                        ~ 127.0.0.2:8080 | 127.0.0.1:8080
          8080 | LocalHost:8080 | 127.0.0.2:8080       ~ 127.0.0.3:8080 | 127.0.0.1:8080 | 127.0.0.2:8080
          8080 | 127.0.0.1:8081 | *:8081               ~ 127.0.0.1:8080 | 127.0.0.1:8081 | 127.0.0.2:8081
          [::1]:8080 | [::]:8080 | 127.0.0.1:8080      ~ [::1]:8080 | 127.0.0.3:8080 | 127.0.0.1:8080
          8080 | [::]:8080 | 127.0.0.1:8080            ~ 127.0.0.2:8080 | [::1]:8080 | 127.0.0.1:8080
          8080,[::]:8080 | [::1]:8080                  ~ 127.0.0.1:8080 | [::1]:8080
          [::1]:8080,[::]:8080,8080                    ~ [::1]:8080,127.0.0.1:8080
          8080,[::]:8080 | [::]:8080                   ~ 127.0.0.1:8080,[::1]:8080 | [::1]:8080
          [::]:8080 | [::]:8080                        ~ 127.0.0.1:8080 | 127.0.0.1:8080
          """)
  void everyAddressStaysItsOwn(String written, String expected) {
    assertThat(listens(written)).isEqualTo(expected);
  }

  @Test
  void anIncludedListenIsTheSameInEveryServer() {
    var read =
        MemoryFiles.load(
            "nginx.conf",
                "http { server { listen 8080; include l.inc; } server { include l.inc; } }",
            "l.inc", "listen [::]:8080;");
    var text = Generator.generate(read, PLAIN).text();
    assertThat(text.split("listen \\[::1\\]:8080;", -1)).hasSize(3);
    assertThat(text).contains("listen 127.0.0.1:8080;");
  }

  @Test
  void anAddressAsideIsSaid() {
    var conf = "http { server { listen 8080; } server { listen 127.0.0.1:8080; } }";
    assertThat(Generator.generate(MemoryFiles.load(conf), PLAIN).notes())
        .containsExactly(
            "8080 listens on 127.0.0.2 here: another server has 127.0.0.1 for itself.");
  }

  /** The addresses of servers that are divided by bars. */
  private static String listens(String written) {
    var http = new StringBuilder("http {");
    for (var server : written.split(" \\| ", -1)) {
      http.append(" server {");
      List.of(server.split(",", -1))
          .forEach(one -> http.append(" listen ").append(one).append(" backlog=7;"));
      http.append(" }");
    }
    var text = Generation.text(http + " }", PLAIN);
    return Pattern.compile("server \\{(.*?) }")
        .matcher(text)
        .results()
        .map(ListenRewriteTest::server)
        .reduce((one, other) -> one + " | " + other)
        .orElse("");
  }

  private static String server(MatchResult server) {
    return Pattern.compile("listen (\\S+) backlog")
        .matcher(server.group(1))
        .results()
        .map(one -> one.group(1))
        .reduce((one, other) -> one + "," + other)
        .orElse("");
  }
}
