package lab.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import lab.lint.site.Site;
import lab.nginx.grammar.Release;
import lab.nginx.syntax.closure.MemoryFiles;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A file of 64 KiB that is all mistakes is told about, and not for minutes. */
class ManyMistakesTest {
  /** Far from what it takes, and far from what it took when each mistake asked about all others. */
  private static final Duration HANGS_AFTER = Duration.ofSeconds(60);

  private static final int BYTES = 64 << 10;

  @ParameterizedTest
  @ValueSource(strings = {"a;", "a{}", "set $a $a$a;", "upstream a{server 127.0.0.1;}"})
  void areAllTold(String mistake) {
    var text = mistake.repeat(BYTES / mistake.length());
    var told =
        assertTimeoutPreemptively(
            HANGS_AFTER,
            () -> {
              var site = new Site(MemoryFiles.load(text), Facts.of(new Release(1, 22, 1), false));
              return Checked.of(site, NginxAnswer.ACCEPTED).faults().size();
            });
    assertThat(told).isGreaterThan(BYTES / mistake.length() / 2);
  }
}
