package server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import server.feed.Fault;
import server.testing.Await;
import server.testing.Client;
import server.testing.Events;
import server.testing.FeedProcess;
import server.testing.ModeUnderTest;
import server.testing.ServerProcess;

/** The event channel of running programs. */
@Tag("process")
class EventsIT {
  private static final int MORE_GAUGES = 4;
  private static final int MORE_THAN_THE_SOCKET_HOLDS = 1_500;
  private static final int POLLS = 3;

  @ParameterizedTest
  @EnumSource
  void gaugesComeWhileEverySlotIsStuck(ModeUnderTest mode) {
    try (var events = Events.listen();
        var feed = FeedProcess.quick();
        var server = mode.start(feed, events, options(mode))) {
      feed.become(Fault.HANG);
      var clients = new ArrayList<Client>();
      for (int n = 0; n < slots(mode); n++) {
        clients.add(Client.connect(server.port()).send("GET", "/check_feed", "stuck-" + n));
        events.await("begun", "stuck-" + n);
      }
      if (mode != ModeUnderTest.VIRTUAL) { // which has a slot for everybody
        clients.add(Client.connect(server.port()).send("GET", "/", "slotless"));
      }
      for (int n = 0; n < MORE_GAUGES; n++) {
        var gauge = events.awaitGauge(seen -> seen.get("in_flight").asInt(0) > 0);
        assertThat(gauge.get("rss_bytes").asLong()).isGreaterThan(10_000_000);
        assertThat(gauge.get("threads").asLong()).isGreaterThan(1);
        assertThat(gauge.get("cpu_micros").asLong()).isPositive();
      }
      assertThat(events.of("begun", "slotless")).isEmpty();
      assertThat(events.named("ended")).isEmpty();
      clients.forEach(Client::leave);
    }
  }

  private static int slots(ModeUnderTest mode) {
    return mode == ModeUnderTest.ASYNC ? 1 : 2;
  }

  private static Object[] options(ModeUnderTest mode) {
    return switch (mode) {
      case SYNC -> new Object[] {"--workers", 2, "--speed", 4};
      case POOLED -> new Object[] {"--threads", 2, "--speed", 4};
      case ASYNC -> new Object[] {"--blocking-feed", "--speed", 4}; // nothing else sticks its loop
      case VIRTUAL -> new Object[] {"--speed", 4};
    };
  }

  @Test
  void everyProcessOfSyncSaysHelloOnAConnectionOfItsOwn() {
    try (var events = Events.listen();
        var feed = FeedProcess.quick();
        var sync = ModeUnderTest.SYNC.start(feed, events, "--run", "r1")) {
      Await.until("three hellos", () -> events.named("hello").count() == 3);
      assertThat(events.named("hello").map(hello -> hello.get("role").asString()))
          .containsExactlyInAnyOrder("arbiter", "worker", "worker");
      assertThat(events.named("hello").map(hello -> hello.get("run").asString()))
          .containsOnly("r1");
      assertThat(events.named("hello").findFirst().orElseThrow().get("pid").asLong())
          .isEqualTo(sync.pid());
    }
  }

  @Test
  void aReaderThatStopsReadingOrLeavesStopsNobody() {
    try (var feed = FeedProcess.quick();
        var events = Events.listen();
        var pooled = ModeUnderTest.POOLED.start(feed, events)) {
      events.stopReading();
      getTitles(pooled, MORE_THAN_THE_SOCKET_HOLDS);
      assertThat(events.named("ended").count()).isLessThan(MORE_THAN_THE_SOCKET_HOLDS);
      events.goOnReading();
      Await.until(
          "what was queued", () -> events.named("ended").count() == MORE_THAN_THE_SOCKET_HOLDS);
      events.hangUp();
      getTitles(pooled, 5);
    }
  }

  private static void getTitles(ServerProcess server, int count) {
    try (var client = Client.connect(server.port())) {
      for (int n = 0; n < count; n++) {
        assertThat(client.send("GET", "/", "t" + n).answer().status()).isEqualTo(200);
      }
    }
  }

  @Test
  void everyDurationOfTheFeedFollowsTheSpeed() {
    assertThat(pollMicros(Fault.NONE, 1)).isGreaterThan(5 * pollMicros(Fault.NONE, 10));
    assertThat(pollMicros(Fault.DRIP, 10)).isGreaterThan(5 * pollMicros(Fault.DRIP, 100));
  }

  /** The quickest of a few, for the first ones also load classes. */
  private static long pollMicros(Fault fault, double speed) {
    int seconds = fault == Fault.DRIP ? 0 : 1;
    try (var events = Events.listen();
        var feed =
            FeedProcess.start(
                "--min", seconds, "--max", seconds, "--speed", speed, "--events", events.path())) {
      feed.become(fault);
      for (int n = 0; n < POLLS; n++) {
        assertThat(Client.get(feed.process().port(), "/poll", "p" + n).status()).isEqualTo(200);
        events.await("ended", "p" + n);
      }
      return events
          .named("ended")
          .mapToLong(ended -> ended.get("service_micros").asLong())
          .min()
          .orElseThrow();
    }
  }
}
