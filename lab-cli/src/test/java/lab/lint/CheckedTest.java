package lab.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import lab.lint.NginxAnswer.Place;
import lab.lint.rule.Severity;
import lab.lint.site.Site;
import lab.nginx.grammar.Release;
import lab.nginx.syntax.closure.ConfigFiles;
import lab.nginx.syntax.closure.Configuration;
import lab.nginx.syntax.parse.Limits;
import org.junit.jupiter.api.Test;

/** How our findings and nginx's own answer become one. */
class CheckedTest {
  @Test
  void whereWeOnlySurmiseNginxDecides() {
    var site = site("events {}\nhttp { log_format a '$made_up_by_a_module'; }\n");
    assertThat(Checked.of(site, refusal("unknown \"x\" variable", site, 0)).faults())
        .extracting(Diagnostic::rule)
        .containsExactly("unknown-variable");
    assertThat(Checked.of(site, NginxAnswer.ACCEPTED).ok()).isTrue();
  }

  @Test
  void aRefusalThatNoRuleForeseesIsShownAtItsStatement() {
    var site = site("events {}\nhttp {\n    ssl_ciphers\n        nonsense;\n}\n");
    var checked = Checked.of(site, refusal("no cipher match", site, 4));
    assertThat(checked.ok()).isFalse();
    var only = checked.faults().getFirst();
    assertThat(only.rule()).isEqualTo("nginx-refuses");
    assertThat(only.message()).isEqualTo("no cipher match");
    assertThat(only.at().line()).isEqualTo(3);
  }

  @Test
  void aRefusalThatAdviceExplainsIsLaidToIt() {
    var site = site("events {}\nhttp { server { location / {\n proxy_pass http://feed; } } }\n");
    var checked = Checked.of(site, refusal("host not found in upstream \"feed\"", site, 3));
    assertThat(checked.faults()).extracting(Diagnostic::rule).containsExactly("unknown-upstream");
    assertThat(checked.faults()).extracting(Diagnostic::severity).containsOnly(Severity.ERROR);
  }

  @Test
  void aSwallowedLineIsTheCulpritOfWhatNginxSaysOfIt() {
    var site = site("events {}\nerror_log /tmp/a\npid /tmp/b;\n");
    var checked = Checked.of(site, refusal("invalid log level \"pid\"", site, 3));
    assertThat(checked.faults()).extracting(Diagnostic::rule).containsExactly("words-swallowed");
    assertThat(checked.faults().getFirst().at().line()).isEqualTo(2);
  }

  @Test
  void adviceNeverDecides() {
    var site = site("events {}\nhttp { upstream a { server localhost:8101; } }\n");
    var checked = Checked.of(site, NginxAnswer.ACCEPTED);
    assertThat(checked.ok()).isTrue();
    assertThat(checked.advice()).extracting(Diagnostic::rule).contains("localhost-two-peers");
  }

  private static NginxAnswer refusal(String message, Site site, int line) {
    var at =
        line == 0
            ? Optional.<Place>empty()
            : Optional.of(new Place(site.configuration().main(), line));
    return new NginxAnswer(false, Optional.of(message), at);
  }

  private static Site site(String text) {
    var configuration =
        Configuration.load(Path.of("nginx.conf"), new OneFile(text), Limits.GENEROUS);
    return new Site(configuration, Facts.of(new Release(1, 22, 1), false));
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
