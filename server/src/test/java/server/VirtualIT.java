package server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import server.feed.Fault;
import server.testing.Await;
import server.testing.Client;
import server.testing.Events;
import server.testing.FeedProcess;
import server.testing.ServerProcess;
import tools.jackson.databind.JsonNode;

/** A virtual thread for each request: as many wait as there are clients, on few real threads. */
@Tag("process")
class VirtualIT {
  private static final int CLIENTS = 200;

  /** What carries them, what serves besides, and the JVM's own: some 20 where there are 2 cores. */
  private static final long FEW = 60;

  /** So that a machine of many cores has no more carriers than any other. */
  private static final List<String> TWO_CORES = List.of("-XX:ActiveProcessorCount=2");

  @Test
  void everyRequestHasAVirtualThreadOfItsOwn() {
    try (var events = Events.listen();
        var feed = FeedProcess.quick();
        var virtual =
            ServerProcess.serving(
                TWO_CORES,
                "virtual",
                "--feed",
                feed.url(),
                "--events",
                events.path(),
                "--hash-iterations",
                1)) {
      feed.become(Fault.HANG);
      var clients =
          IntStream.range(0, CLIENTS)
              .mapToObj(n -> Client.connect(virtual.port()).send("GET", "/check_feed", "c" + n))
              .toList();
      Await.until("a poll of each", () -> feed.polls() == CLIENTS);
      // Threads are counted before requests are, so that one gauge may have missed the last ones.
      events.awaitGauge(VirtualIT::isFull);
      var gauge = events.awaitGauge(VirtualIT::isFull);
      assertThat(gauge.get("threads").asLong()).isLessThan(FEW);

      feed.become(Fault.NONE);
      var threads = new HashSet<String>();
      for (var client : clients) {
        var answer = client.answer();
        assertThat(answer.status()).isEqualTo(200);
        threads.add(answer.servedBy()[2]);
        client.leave();
      }
      assertThat(threads).hasSize(CLIENTS).allMatch(name -> name.matches("virtual-\\d+"));
    }
  }

  private static boolean isFull(JsonNode gauge) {
    return gauge.get("in_flight").asInt() == CLIENTS;
  }
}
