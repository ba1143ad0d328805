package lab.stack.supervisor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import lab.stack.Folders;
import lab.stack.events.EventFile;
import lab.stack.events.EventReader;
import lab.stack.events.ProgramEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The collector with real sockets and a real file. */
@Tag("process")
@Timeout(60)
class EventCollectorIT {
  private static final String HELLO =
      "{\"at\":1,\"event\":\"hello\",\"program\":\"sync\",\"role\":\"worker\",\"pid\":42}\n";
  private static final String GAUGE =
      "{\"at\":2,\"event\":\"gauge\",\"in_flight\":1,\"queued\":null,\"backlog\":0,"
          + "\"cpu_micros\":1,\"rss_bytes\":1,\"threads\":1,\"dropped\":0}\n";
  private static final String BEGUN =
      "{\"at\":3,\"event\":\"begun\",\"slot\":\"1\",\"request\":\"n1\",\"route\":\"/\"}\n";
  private static final EventFile.Limits ROOM = new EventFile.Limits(1 << 20, 2 << 20);

  private final List<String> warnings = new CopyOnWriteArrayList<>();

  @TempDir Path folder;
  private Path sockets = Path.of("");
  private Path file = Path.of("");

  @BeforeEach
  void paths() throws IOException {
    sockets = Files.createTempDirectory("lab-t-");
    file = folder.resolve("events.ndjson");
  }

  @AfterEach
  void sockets() throws IOException {
    Folders.delete(sockets);
  }

  @Test
  void everyStackBeginsAnEmptyFile() throws Exception {
    Files.writeString(file, "of the stack before\n".repeat(1000));
    try (var _ = open(ROOM)) {
      say(HELLO + BEGUN);
      assertThat(await(2)).last().isInstanceOf(ProgramEvent.Begun.class);
    }
    assertThat(Files.readString(file)).doesNotContain("before");
    assertThat(warnings).isEmpty();
  }

  @Test
  void fileThatIsAlmostFullGoesOnWithoutGaugesAndSaysSoOnce() throws Exception {
    try (var _ = open(new EventFile.Limits(1, 2 << 20))) {
      say(HELLO);
      await(1);
      say(HELLO + GAUGE + GAUGE + BEGUN);
      say(HELLO + GAUGE + BEGUN);
      assertThat(await(5)).noneMatch(ProgramEvent.Gauge.class::isInstance);
    }
    assertThat(warnings).singleElement().asString().contains("gauges", "lab down");
  }

  @Test
  void fullFileTakesNothingMoreAndSaysSo() throws Exception {
    try (var _ = open(new EventFile.Limits(1, 1))) {
      say(HELLO);
      await(1);
      say(HELLO + BEGUN);
      while (warnings.size() < 2) {
        TimeUnit.MILLISECONDS.sleep(5);
      }
    }
    assertThat(Files.readString(file)).isEqualTo(HELLO);
    assertThat(warnings.getLast()).contains("nothing is kept", "lab down");
  }

  private EventCollector open(EventFile.Limits limits) throws IOException {
    return EventCollector.open(sockets.resolve("events"), file, limits, warnings::add);
  }

  /** As one process that says it all and ends. */
  private void say(String lines) throws IOException {
    try (var channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
      channel.connect(UnixDomainSocketAddress.of(sockets.resolve("events")));
      var bytes = ByteBuffer.wrap(lines.getBytes(StandardCharsets.UTF_8));
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
    }
  }

  /** The events in the file, as soon as there are so many. */
  private List<ProgramEvent> await(int count) throws Exception {
    var events = new ArrayList<ProgramEvent>();
    try (var reader = new EventReader(file, 0)) {
      while (events.size() < count) {
        events.addAll(reader.next());
        TimeUnit.MILLISECONDS.sleep(5);
      }
    }
    return events;
  }
}
