package lab.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import lab.lint.site.Site;
import lab.nginx.grammar.Release;
import lab.nginx.syntax.closure.MemoryFiles;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A file of 64 KiB that is all mistakes is told about, and neither for minutes nor in megabytes.
 */
class ManyMistakesTest {
  /** Far from what it takes, and far from what it took when each mistake asked about all others. */
  private static final Duration HANGS_AFTER = Duration.ofSeconds(60);

  private static final int BYTES = 64 << 10;

  /** What fits into the lab's limits for statements and bytes. */
  private static final int LOCATIONS = 24_000;

  @ParameterizedTest
  @ValueSource(strings = {"a;", "a{}", "set $a $a$a;", "upstream a{server 127.0.0.1;}"})
  void areListedAsFarAsAnybodyReads(String mistake) {
    var text = mistake.repeat(BYTES / mistake.length());
    var told =
        assertTimeoutPreemptively(
            HANGS_AFTER,
            () -> {
              var site = new Site(MemoryFiles.load(text), Facts.of(new Release(1, 22, 1), false));
              return Checked.of(site, NginxAnswer.ACCEPTED).faults();
            });
    assertThat(told).hasSize(Checked.MOST);
    assertThat(told.getLast().rule()).isEqualTo("limit");
    assertThat(told.getLast().message()).matches("[\\d,]+ more from here on are not listed");
  }

  /** Each location is another one, so that nothing is settled by the first that is like it. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "location ~ ^/a%d(b|c)+$ {}",
        "location ~ ^/a%d$ {}",
        "location ~* /a%d.x {}",
        "location /a%d {}",
        "location /a%d {proxy_pass http://a;}",
        "location = /a%d {}"
      })
  void asManyLocationsAsMayBeReadAreAdvisedOn(String location) {
    var text = new StringBuilder("events {} http { server {");
    for (int number = 0; number < LOCATIONS; number++) {
      text.append(location.replace("%d", Integer.toString(number)));
    }
    text.append("}}");
    assertTimeoutPreemptively(
        HANGS_AFTER,
        () -> {
          var loaded = MemoryFiles.load(text.toString());
          assertThat(loaded.faults()).isEmpty();
          var site = new Site(loaded, Facts.of(new Release(1, 22, 1), false));
          assertThat(Checked.of(site, NginxAnswer.ACCEPTED).faults()).isEmpty();
        });
  }
}
