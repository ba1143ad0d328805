package lab.stack.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import lab.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventFileTest {
  private static final long MEGABYTE = 1024 * 1024;

  @TempDir Path folder;

  @Test
  void runIsRefusedWhereTheRecordMayNotHoldIt() throws Exception {
    assertThatThrownBy(() -> ofSize(300 * MEGABYTE).demandRoomForARun())
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("300 MB");
    assertThat(ofSize(300 * MEGABYTE).hasRoomForARun()).isFalse();
  }

  @Test
  void runIsLetInWhereThereIsRoomOrNothingWasReportedYet() throws Exception {
    var small = ofSize(10 * MEGABYTE);
    assertThatCode(small::demandRoomForARun).doesNotThrowAnyException();
    var none = new EventFile(folder.resolve("none"));
    assertThatCode(none::demandRoomForARun).doesNotThrowAnyException();
    assertThat(small.hasRoomForARun()).isTrue();
  }

  @Test
  void gaugesCannotOutlastTheFile() {
    assertThatThrownBy(() -> new EventFile.Limits(2, 1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** Of holes, so that it takes no disk. */
  private EventFile ofSize(long bytes) throws IOException {
    var path = folder.resolve("events.ndjson");
    try (var file = new RandomAccessFile(path.toFile(), "rw")) {
      file.setLength(bytes);
    }
    return new EventFile(path);
  }
}
