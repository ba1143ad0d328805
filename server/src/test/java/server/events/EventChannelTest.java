package server.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import server.settings.StartFailure;

class EventChannelTest {
  private static final Clock CLOCK = Clock.fixed(Instant.ofEpochSecond(1, 2_000), ZoneOffset.UTC);
  private static final Event TICK = new Event.Tick("1", "r", 1);
  private static final Event GAUGE =
      new Event.Gauge(
          OptionalLong.of(2),
          OptionalLong.empty(),
          OptionalLong.empty(),
          OptionalLong.of(3),
          OptionalLong.of(4),
          OptionalLong.of(5),
          0);

  /** Takes what it is given while it is open, and nothing while it is full. */
  private static final class Reader implements WritableByteChannel {
    private final StringBuilder taken = new StringBuilder();
    private boolean full;
    private boolean gone;
    private boolean open = true;

    @Override
    public synchronized int write(ByteBuffer bytes) throws IOException {
      if (gone) {
        throw new IOException("gone");
      }
      if (full) {
        return 0;
      }
      int count = bytes.remaining();
      taken.append(StandardCharsets.UTF_8.decode(bytes));
      return count;
    }

    synchronized void become(boolean full, boolean gone) {
      this.full = full;
      this.gone = gone;
    }

    synchronized String taken() {
      return taken.toString();
    }

    @Override
    public synchronized boolean isOpen() {
      return open;
    }

    @Override
    public synchronized void close() {
      open = false;
    }
  }

  @Test
  void anEventIsALineOfJsonWithItsTimeWrittenBeforeEmitReturns() {
    var reader = new Reader();
    try (var events = new EventChannel(reader, CLOCK)) {
      events.emit(new Event.Begun("2", "a\"b", "GET", "/check_feed"));
      assertThat(reader.taken())
          .isEqualTo(
              "{\"at\":1000002,\"event\":\"begun\",\"slot\":\"2\",\"request\":\"a\\\"b\","
                  + "\"method\":\"GET\",\"route\":\"/check_feed\"}\n");
    }
  }

  @Test
  void whatThePlatformLacksIsNull() {
    var reader = new Reader();
    try (var events = new EventChannel(reader, CLOCK)) {
      events.emit(GAUGE);
      assertThat(reader.taken()).contains("\"in_flight\":2,\"queued\":null,\"backlog\":null,");
    }
  }

  @Test
  void aFullChannelDropsGaugesBeforeOtherEventsAndCountsThem() {
    var reader = new Reader();
    reader.become(true, false);
    try (var events = new EventChannel(reader, CLOCK)) {
      int line = EventLine.of(TICK, CLOCK.instant()).length;
      for (int n = 0; n <= EventChannel.GAUGE_LIMIT_BYTES / line; n++) {
        events.emit(TICK);
      }
      assertThat(events.dropped()).isZero();
      events.emit(GAUGE);
      assertThat(events.dropped()).isEqualTo(1);
      events.emit(TICK);
      assertThat(events.dropped()).isEqualTo(1);
      for (int n = 0; n <= 4 * EventChannel.GAUGE_LIMIT_BYTES / line; n++) {
        events.emit(TICK);
      }
      assertThat(events.dropped()).isGreaterThan(1);
      reader.become(false, false);
      events.emit(TICK);
      assertThat(reader.taken()).doesNotContain("gauge").contains("tick").endsWith("}\n");
    }
  }

  @Test
  void aLostReaderEndsTheReportsAndNothingElse() {
    var reader = new Reader();
    reader.become(false, true);
    try (var events = new EventChannel(reader, CLOCK)) {
      events.emit(TICK);
      events.emit(TICK);
      assertThat(reader.isOpen()).isFalse();
      assertThat(events.dropped()).isEqualTo(2);
    }
  }

  @Test
  void nobodyAtTheSocketIsAFaultOfTheSurroundings() {
    assertThatExceptionOfType(StartFailure.class)
        .isThrownBy(() ->
            EventChannel.connect(
                Path.of("/nowhere/socket"), new Event.Hello("feed", "feed", 1, "")))
        .withMessageContaining("/nowhere/socket");
  }
}
