package lab.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import lab.lint.NginxAnswer.Place;
import lab.nginx.syntax.SourceText;
import org.junit.jupiter.api.Test;

class NginxAnswerTest {
  private static final SourceText SOURCE =
      new SourceText(Path.of("nginx.conf"), "events {}\n".getBytes(StandardCharsets.UTF_8));

  @Test
  void silenceIsConsent() {
    assertThat(read()).isEqualTo(NginxAnswer.ACCEPTED);
  }

  @Test
  void theFirstRefusalCountsAndIsMappedBack() {
    var answer =
        read(
            "nginx: [warn] conflicting server name \"a\" on 0.0.0.0:80, ignored",
            "nginx: [emerg] unknown directive \"listn\" in /tmp/x/nginx.conf:1",
            "nginx: configuration file /tmp/x/nginx.conf test failed");
    assertThat(answer.ok()).isFalse();
    assertThat(answer.message()).contains("unknown directive \"listn\"");
    assertThat(answer.at()).contains(new Place(SOURCE, 1));
  }

  @Test
  void aMessageWithoutALineHasNoPlace() {
    var answer = read("nginx: [emerg] unknown \"hots\" variable");
    assertThat(answer.message()).contains("unknown \"hots\" variable");
    assertThat(answer.at()).isEmpty();
  }

  @Test
  void whatIsNoMessageOfNginxIsQuotedWhole() {
    assertThat(read("killed").message()).contains("killed");
  }

  private static NginxAnswer read(String... lines) {
    return NginxAnswer.read(List.of(lines), (_, line) -> Optional.of(new Place(SOURCE, line)));
  }
}
