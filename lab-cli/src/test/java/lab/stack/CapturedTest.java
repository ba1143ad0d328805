package lab.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class CapturedTest {
  private static final Path ROOT = Path.of("/");

  @Test
  void aShortCommandFindsItsStandardInputEmpty() throws IOException {
    var cat = Captured.run(List.of("cat"), ROOT, Duration.ofSeconds(60));
    assertThat(cat).isEqualTo(new Captured(0, "", ""));
  }

  /** What watches it ends with this process, and not before. */
  @Test
  void thoseThatRunAtOnceHaveOneThatStaysOpen() throws IOException {
    var cat = Captured.runAtOnce(List.of(List.of("cat")), ROOT, Duration.ofMillis(500));
    assertThat(cat).containsExactly(new Captured(-1, "", ""));
  }
}
