package lab.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

  /** Each waits for a file that only the other one makes. */
  @Test
  void commandsThatRunAtOnceMeet(@TempDir Path folder) throws IOException {
    var first = meeting("one", "two");
    var second = meeting("two", "one");
    var said = Captured.runAtOnce(List.of(first, second), folder, Duration.ofSeconds(30));
    assertThat(said).containsExactly(new Captured(0, "one", ""), new Captured(0, "two", ""));
  }

  @Test
  void whatCannotBeStartedAtOnceIsNamed(@TempDir Path folder) {
    var commands = List.of(List.of("sh", "-c", "true"), List.of("/no/such/program"));
    assertThatThrownBy(() -> Captured.runAtOnce(commands, folder, Duration.ofSeconds(30)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("/no/such/program");
  }

  private static List<String> meeting(String mine, String other) {
    return List.of(
        "sh",
        "-c",
        "touch %1$s; until [ -e %2$s ]; do sleep 0.05; done; printf %1$s".formatted(mine, other));
  }
}
