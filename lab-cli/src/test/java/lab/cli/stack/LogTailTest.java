package lab.cli.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogTailTest {
  @TempDir Path folder;

  @Test
  void onlyTheLastLinesAndThenWhatIsNew() throws IOException {
    write("one\ntwo\nthree\nfo");
    try (var tail = LogTail.of("nginx", log())) {
      assertThat(tail.last(2)).containsExactly("two", "three");
      assertThat(tail.fresh()).isEmpty();
      write("ur\nfive\n");
      assertThat(tail.fresh()).containsExactly("four", "five");
      assertThat(tail.last(0)).isEmpty();
    }
  }

  @Test
  void aLogThatIsNotThereYetIsReadOnceItIs() throws IOException {
    try (var tail = LogTail.of("nginx", log())) {
      assertThat(tail.last(5)).isEmpty();
      write("one\n");
      assertThat(tail.fresh()).containsExactly("one");
    }
  }

  @Test
  void bytesThatAreNoTextStopNothing() throws IOException {
    Files.write(log(), new byte[] {'G', 'E', 'T', ' ', (byte) 0xff, '\n', 'x', '\n'});
    try (var tail = LogTail.of("nginx", log())) {
      assertThat(tail.last(5)).hasSize(2).last().isEqualTo("x");
    }
  }

  private Path log() {
    return folder.resolve("error.log");
  }

  private void write(String text) throws IOException {
    Files.write(
        log(),
        text.getBytes(StandardCharsets.UTF_8),
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
  }
}
