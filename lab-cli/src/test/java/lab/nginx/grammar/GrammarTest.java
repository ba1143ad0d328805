package lab.nginx.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import lab.nginx.syntax.Directive;
import lab.nginx.syntax.closure.MemoryFiles;
import lab.problem.Nearest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GrammarTest {
  private static final Release DEBIAN_12 = new Release(1, 22, 1);

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          proxy_pas x;       ~ LOCATION ~ unknown directive "proxy_pas"
          http2 on;          ~ SERVER   ~ unknown directive "http2"
          proxy_pass x;      ~ SERVER   ~ "proxy_pass" directive is not allowed here
          location / ;       ~ SERVER   ~ directive "location" has no opening "{"
          listen 80 {}       ~ SERVER   ~ directive "listen" is not terminated by ";"
          root;              ~ HTTP     ~ invalid number of arguments in "root" directive
          server { }         ~ UPSTREAM ~ directive "server" is not terminated by ";"
          """)
  void saysWhatNginxSays(String text, Context context, String nginx) {
    assertThat(Grammar.stock().judge(statement(text), context, DEBIAN_12).orElseThrow())
        .extracting(Misuse::nginxMessage)
        .isEqualTo(nginx);
  }

  @Test
  void acceptsWhatIsRight() {
    assertThat(Grammar.stock().judge(statement("server { }"), Context.HTTP, DEBIAN_12)).isEmpty();
    assertThat(Grammar.stock().judge(statement("http2 on;"), Context.SERVER, new Release(1, 25, 1)))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "proxy_pas, proxy_pass",
    "serevr, server",
    "proxy_read_timout, proxy_read_timeout",
    "loction, location",
    "worker_conections, worker_connections"
  })
  void findsTheNameThatWasMeant(String misspelt, String meant) {
    assertThat(Nearest.of(misspelt, Grammar.stock().names())).contains(meant);
  }

  @Test
  void makesNothingOfAWordThatIsLikeNone() {
    assertThat(Nearest.of("xyzzy_quux", Grammar.stock().names())).isEmpty();
  }

  @Test
  void speaksOfCounts() {
    assertThat(ArgumentCount.parse("1-2").spoken()).isEqualTo("1 or 2 arguments");
    assertThat(ArgumentCount.parse("1+").spoken()).isEqualTo("at least 1 argument");
    assertThat(ArgumentCount.parse("0").spoken()).isEqualTo("no arguments");
  }

  private static Directive statement(String text) {
    return MemoryFiles.load(text).directives().getFirst();
  }
}
