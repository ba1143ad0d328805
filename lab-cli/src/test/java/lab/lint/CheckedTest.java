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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
  void everyMisspeltUpstreamIsListedBesideOtherMistakes() {
    var site =
        site(
            """
            events {}
            http {
                upstream sync { server 127.0.0.1:8101; }
                upstream async { server 127.0.0.1:8103; }
                server {
                    location /a { proxy_pass http://snyc; proxy_bufering off; }
                    location /b { proxy_pass http://asnyc; }
                }
            }
            """);
    var checked = Checked.of(site, refusal("unknown directive \"proxy_bufering\"", site, 6));
    assertThat(checked.faults())
        .extracting(Diagnostic::rule)
        .containsExactly("unknown-upstream", "unknown-directive", "unknown-upstream");
    assertThat(checked.faults()).extracting(Diagnostic::severity).containsOnly(Severity.ERROR);
  }

  @Test
  void theHostThatNginxNamesIsListedBesideAnotherThatIsMisspelt() {
    var site =
        site(
            """
            events {}
            http {
                upstream sync { server 127.0.0.1:8101; }
                server {
                    location /a { proxy_pass http://feed; }
                    location /b { proxy_pass http://snyc; }
                }
            }
            """);
    var checked = Checked.of(site, refusal("host not found in upstream \"feed\"", site, 5));
    assertThat(checked.faults()).extracting(one -> one.at().line()).containsExactly(5, 6);
  }

  @Test
  void anUpstreamThatNginxCanLookUpIsAdviceOnly() {
    var site =
        site(
            """
            events {}
            http {
                upstream app1 { server 127.0.0.1:8101; }
                server { location / { proxy_pass http://app2; } }
            }
            """);
    var checked = Checked.of(site, NginxAnswer.ACCEPTED);
    assertThat(checked.ok()).isTrue();
    assertThat(checked.advice()).extracting(Diagnostic::rule).contains("unknown-upstream");
  }

  @Test
  void onlyTheHostThatNginxNamesIsLaidToIt() {
    var site =
        site(
            """
            events {}
            http { server {
                location /a { proxy_pass http://known; }
                location /b { proxy_pass http://feed; }
            } }
            """);
    var checked = Checked.of(site, refusal("host not found in upstream \"feed\"", site, 4));
    assertThat(checked.faults()).hasSize(1);
    assertThat(checked.faults().getFirst().at().line()).isEqualTo(4);
  }

  /** Zero stands for no line; line 8 ends the block whose parts nginx puts together there. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "0 | unknown \"jwt_odd\" variable | 4:21",
        "0 | unknown log format \"cold\" | 4:16",
        "0 | open() \"/conf/logs/odd.log\" failed (2: No such file or directory) | 5:16",
        "0 | bind() to 0.0.0.0:80 failed (13: Permission denied) | 7:21",
        "8 | \"proxy_busy_buffers_size\" must be less than all \"proxy_buffers\" | 6:5",
        "8 | something that quotes nothing | 8:1",
        "0 | something that quotes nothing | 2:1"
      })
  void aRefusalWithoutALineIsShownWhereTheFileHasWhatNginxQuotes(
      int line, String message, String place) {
    var site =
        site(
            """
            # a comment
            events {}
            http {
                log_format cold "$jwt_odd";
                access_log logs/odd.log;
                proxy_buffers 2 4k;
                server { listen 80; }
            }
            """);
    var at = Checked.of(site, refusal(message, site, line)).faults().getFirst().at().position();
    assertThat(at.line() + ":" + at.column()).isEqualTo(place);
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
