package server.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;

class BacklogTest {
  private static final String HEAD =
      "  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid\n";

  @TempDir private Path folder = Path.of("");
  private Path v4 = Path.of("");
  private Path v6 = Path.of("");

  @BeforeEach
  void tables() throws IOException {
    v4 =
        Files.writeString(
            folder.resolve("tcp"),
            HEAD
                + "   0: 0100007F:1FA5 00000000:0000 0A 00000000:0000001F 00:00000000 00000000 0\n"
                + "   1: 0100007F:1FA5 0100007F:9C40 01 00000000:00000007 00:00000000 00000000 0\n");
    v6 =
        Files.writeString(
            folder.resolve("tcp6"),
            HEAD
                + "   0: 0000000000000000FFFF00000100007F:1FA6 "
                + "00000000000000000000000000000000:0000 0A 00000000:00000003 00:00000000\n");
  }

  @Test
  void readsTheListeningSocketOfThePortInEitherTable() {
    assertThat(new Backlog(List.of(v4, v6), 8101).depth()).hasValue(31);
    assertThat(new Backlog(List.of(v4, v6), 8102).depth()).hasValue(3);
  }

  /** A kernel that tells of tens of thousands of connections must not be asked for them all. */
  @Test
  void doesNotReadPastTheListeningSockets() throws IOException {
    var broken = "   2: 0100007F:1FA5 0100007F:9C41 06 00000000:no-number 00:00000000\n";
    Files.writeString(v4, Files.readString(v4) + broken.replace(" 06 ", " 0A "));
    assertThat(new Backlog(List.of(v4, v6), 8101).depth()).hasValue(31);
    assertThat(new Backlog(List.of(v4, v6), 8102).depth()).hasValue(3);
  }

  /** As a pipe that stays open: whoever asks for more waits for ever. */
  @Test
  @Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
  void asksForNothingBehindTheRowThatItLooksFor() throws Exception {
    var pipe = folder.resolve("pipe");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
    var seen = new CountDownLatch(1);
    var writer =
        Thread.ofPlatform()
            .start(() -> {
              try (var out = Files.newOutputStream(pipe)) {
                out.write(Files.readAllBytes(v6));
                seen.await();
              } catch (IOException | InterruptedException failure) {
                throw new IllegalStateException(failure);
              }
            });
    assertThat(new Backlog(List.of(pipe), 8102).depth()).hasValue(3);
    seen.countDown();
    writer.join();
  }

  @Test
  void isAbsentWhereNobodyListensOrThePlatformHasNoTable() {
    assertThat(new Backlog(List.of(v4, v6), 8103).depth()).isEmpty();
    assertThat(new Backlog(List.of(folder.resolve("none")), 8101).depth()).isEmpty();
  }
}
