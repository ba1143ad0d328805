package lab.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessIdTest {
  private static final long HOUR = Duration.ofHours(1).toMillis();

  private final ProcessId mine = ProcessId.of(ProcessHandle.current());

  @TempDir Path folder;

  /** On Linux the epoch time of a start moves with the wall clock, and the ticks do not. */
  @Test
  void processIsStillKnownAfterTheClockWasSet() {
    var beforeTheClockWasSet = new ProcessId(mine.pid(), mine.started() - HOUR, mine.startTicks());
    assertThat(beforeTheClockWasSet.live().isPresent()).isEqualTo(mine.startTicks().isPresent());
  }

  @Test
  void linuxTellsTheTicks() {
    assertThat(mine.startTicks().isPresent()).isEqualTo(Files.exists(Path.of("/proc/self/stat")));
  }

  @Test
  void laterProcessOfTheSameNumberIsAnother() {
    var earlier =
        new ProcessId(
            mine.pid(), mine.started() - HOUR, mine.startTicks().map(ticks -> ticks - 100));
    assertThat(earlier.live()).isEmpty();
  }

  @Test
  void withoutTicksTheStartTimesMayDifferByAMoment() {
    assertThat(new ProcessId(mine.pid(), mine.started() - 1000, Optional.empty()).live())
        .isPresent();
    assertThat(new ProcessId(mine.pid(), mine.started() - HOUR, Optional.empty()).live()).isEmpty();
  }

  @Test
  void fileOfAnOlderLabIsUnderstood() throws Exception {
    var file = folder.resolve("process.json");
    Files.writeString(file, "{\"pid\":%d,\"started\":%d}".formatted(mine.pid(), mine.started()));
    assertThat(StateFiles.read(file, ProcessId.class).flatMap(ProcessId::live)).isPresent();
  }

  @Test
  void whatIsWrittenIsReadBack() throws Exception {
    var file = folder.resolve("process.json");
    StateFiles.write(file, mine);
    assertThat(StateFiles.read(file, ProcessId.class)).contains(mine);
  }
}
