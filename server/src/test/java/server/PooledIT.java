package server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import server.feed.Fault;
import server.testing.Await;
import server.testing.Client;
import server.testing.Events;
import server.testing.FeedProcess;
import server.testing.ModeUnderTest;

/** A fixed pool: exactly so many at a time, then a queue in the process, then the kernel. */
@Tag("process")
class PooledIT {
  private static final int THREADS = 3;
  private static final int CONNECTIONS = 5;
  private static final int CLIENTS = 8;

  @Test
  void exactlyThePoolIsServedThenTheProcessQueuesThenTheKernel() {
    try (var events = Events.listen();
        var feed = FeedProcess.quick();
        var pooled =
            ModeUnderTest.POOLED.start(
                feed, events, "--threads", THREADS, "--max-connections", CONNECTIONS)) {
      feed.become(Fault.HANG);
      var clients =
          IntStream.range(0, CLIENTS)
              .mapToObj(n -> Client.connect(pooled.port()).send("GET", "/check_feed", "c" + n))
              .toList();
      var gauge =
          events.awaitGauge(seen ->
              seen.get("in_flight").asInt() == THREADS
                  && seen.get("queued").asInt() == CONNECTIONS - THREADS
                  && seen.get("backlog").asInt() == CLIENTS - CONNECTIONS);
      assertThat(gauge.get("dropped").asInt()).isZero();
      // A thread counts as taken a moment before its poll reaches the feed.
      Await.until("a poll of each thread", () -> feed.polls() >= THREADS);
      assertThat(feed.polls()).isEqualTo(THREADS);

      feed.become(Fault.NONE);
      for (var client : clients) {
        assertThat(client.answer().status()).isEqualTo(200);
        client.leave();
      }
      Await.until("all ends", () -> events.named("ended").count() == CLIENTS);
      assertThat(mostAtATime(events)).isEqualTo(THREADS);
      assertThat(events.named("begun").map(begun -> begun.get("slot").asString()))
          .containsOnly("1", "2", "3");
    }
  }

  private static int mostAtATime(Events events) {
    int now = 0;
    int most = 0;
    for (var event : events.all()) {
      now +=
          switch (event.get("event").asString()) {
            case "begun" -> 1;
            case "ended" -> -1;
            default -> 0;
          };
      most = Math.max(most, now);
    }
    return most;
  }
}
