package server.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
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

  @Test
  void isAbsentWhereNobodyListensOrThePlatformHasNoTable() {
    assertThat(new Backlog(List.of(v4, v6), 8103).depth()).isEmpty();
    assertThat(new Backlog(List.of(folder.resolve("none")), 8101).depth()).isEmpty();
  }
}
