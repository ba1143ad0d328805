package server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import server.feed.Fault;
import server.testing.Await;
import server.testing.Client;
import server.testing.Events;
import server.testing.FeedProcess;
import server.testing.ModeUnderTest;
import server.testing.ServerProcess;

/** Real prefork: two processes, one socket, one kernel backlog. */
@Tag("process")
class PreforkIT {
  /** For what is no boot: that the arbiter sees the end, and starts a worker. */
  private static final long NOTICING_MICROS = 2_000_000;

  private final Events events = Events.listen();
  private final FeedProcess feed = FeedProcess.start("--min", 1, "--max", 1, "--speed", 5);

  @AfterEach
  void end() {
    feed.close();
    events.close();
  }

  private ServerProcess sync(Object... options) {
    return ModeUnderTest.SYNC.start(feed, events, options);
  }

  @Test
  void theThirdRequestWaitsInTheKernelForWhicheverWorkerFreesFirst() throws IOException {
    try (var sync = sync();
        var first = Client.connect(sync.port()).send("GET", "/stream_feed", "first");
        var second = Client.connect(sync.port()).send("GET", "/stream_feed", "second")) {
      var firstWorker = first.head().servedBy()[1];
      var secondWorker = second.head().servedBy()[1];
      assertThat(firstWorker).isNotEqualTo(secondWorker);

      try (var third = Client.connect(sync.port()).send("GET", "/", "third")) {
        events.awaitGauge(gauge -> gauge.get("backlog").asInt(-1) == 1);
        assertThat(events.of("begun", "third")).isEmpty();
        second.leave();
        assertThat(third.answer().servedBy()[1]).isEqualTo(secondWorker);
      }
      try (var again = Client.connect(sync.port()).send("GET", "/stream_feed", "again")) {
        assertThat(again.head().servedBy()[1]).isEqualTo(secondWorker);
        try (var fourth = Client.connect(sync.port()).send("GET", "/", "fourth")) {
          events.awaitGauge(gauge -> gauge.get("backlog").asInt(-1) == 1);
          first.leave();
          assertThat(fourth.answer().servedBy()[1]).isEqualTo(firstWorker);
        }
      }
    }
  }

  @Test
  void aKilledWorkerCutsOnlyItsOwnConnectionAndIsReplaced() {
    feed.become(Fault.HANG);
    try (var sync = sync();
        var first = Client.connect(sync.port()).send("GET", "/check_feed", "first")) {
      events.await("begun", "first");
      try (var second = Client.connect(sync.port()).send("GET", "/check_feed", "second")) {
        events.await("begun", "second");
        try (var queued = Client.connect(sync.port()).send("GET", "/", "queued")) {
          events.awaitGauge(gauge -> gauge.get("backlog").asInt(-1) == 1);
          var victim = workers().getFirst();
          long killed = ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
          ProcessHandle.of(victim).orElseThrow().destroyForcibly();

          Await.until("a replacement", () -> readyWorkers().size() == 3);
          // Twice the first boot, for the machine may be busier by now.
          assertThat(at("worker_ready", readyWorkers().getLast()) - killed)
              .as("microseconds without it, with a boot of %d", bootMicros(victim))
              .isLessThan(2 * bootMicros(victim) + NOTICING_MICROS);
          assertThat(queued.answer().servedBy()[1]).isEqualTo(readyWorkers().getLast().toString());
          feed.become(Fault.NONE);
          var firstWasVictim =
              events.of("begun", "first").getFirst().get("slot").asString().equals("1");
          assertThat((firstWasVictim ? first : second).isClosedByServer()).isTrue();
          var survivor = (firstWasVictim ? second : first).answer();
          assertThat(survivor.status()).isEqualTo(200);
        }
      }
    }
  }

  /** From its start until it served. */
  private long bootMicros(long worker) {
    return at("worker_ready", worker) - at("worker_started", worker);
  }

  private long at(String step, long worker) {
    return events
        .named(step)
        .filter(event -> event.get("pid").asLong() == worker)
        .findFirst()
        .orElseThrow()
        .get("at")
        .asLong();
  }

  @Test
  void aSilentWorkerShowsItsThreadsAndIsKilledAndReplaced() {
    feed.become(Fault.HANG);
    try (var sync = sync("--timeout", 5, "--speed", 5);
        var stuck = Client.connect(sync.port()).send("GET", "/check_feed", "stuck")) {
      var slot = events.await("begun", "stuck").get("slot").asString();
      assertThat(stuck.isClosedByServer()).isTrue();
      Await.until("a replacement", () -> readyWorkers().size() == 3);
      assertThat(events.named("worker_killed")).hasSize(1);
      var killed = events.named("worker_killed").findFirst().orElseThrow();
      assertThat(killed.get("slot").asString()).isEqualTo(slot);
      assertThat(killed.get("reason").asString())
          .as("5 s at speed 5")
          .isEqualTo("silent for more than 1000 ms");
      Await.until(
          "the threads", () -> sync.err().stream().anyMatch(line -> line.contains("CheckFeed")));
      assertThat(Client.get(sync.port(), "/", "after").status()).isEqualTo(200);
    }
  }

  @Test
  void aLongStreamDiesButRequestsOneAfterTheOtherDoNot() throws IOException {
    try (var sync = sync("--timeout", 10, "--speed", 5);
        var stream = Client.connect(sync.port()).send("GET", "/stream_feed", "stream")) {
      var head = stream.head();
      var lines = stream.lines(head);
      var others = new ArrayList<String>();
      while (line(lines) != null) {
        var answer = Client.get(sync.port(), "/check_feed", "r" + others.size());
        assertThat(answer.status()).isEqualTo(200);
        others.add(answer.servedBy()[1]);
      }
      assertThat(others).hasSizeGreaterThan(2).containsOnly(others.getFirst());
      assertThat(others.getFirst()).isNotEqualTo(head.servedBy()[1]);
      Await.until("a replacement", () -> readyWorkers().size() == 3);
      assertThat(events.named("worker_killed").map(killed -> killed.get("pid").asString()))
          .containsExactly(head.servedBy()[1]);
    }
  }

  private static @Nullable String line(BufferedReader lines) {
    try {
      return lines.readLine();
    } catch (IOException cut) {
      return null;
    }
  }

  @Test
  void aSilentConnectionHoldsAWorkerOnlyUntilTheTimeout() {
    try (var sync = sync("--timeout", 5, "--speed", 5, "--workers", 1);
        var silent = Client.connect(sync.port());
        var next = Client.connect(sync.port()).send("GET", "/", "next")) {
      assertThat(silent.isClosedByServer()).isTrue();
      assertThat(next.answer().status()).isEqualTo(200);
      Await.until("the kill", () -> events.named("worker_killed").count() == 1);
    }
  }

  @Test
  void aRefusedClientThatStaysHoldsNoWorker() {
    try (var sync = sync("--workers", 1);
        var staying = Client.connect(sync.port()).raw("GARBAGE\r\n\r\n")) {
      assertThat(staying.answer().status()).isEqualTo(400);
      assertThat(Client.get(sync.port(), "/", "next").status()).isEqualTo(200);
      assertThat(events.named("worker_killed")).isEmpty();
    }
  }

  @Test
  void deadRequestsInTheBacklogAreStillServed() {
    feed.become(Fault.HANG);
    try (var sync = sync("--workers", 1);
        var first = Client.connect(sync.port()).send("GET", "/check_feed", "first")) {
      events.await("begun", "first");
      Client.connect(sync.port()).send("GET", "/check_feed", "dead").leave();
      events.awaitGauge(gauge -> gauge.get("backlog").asInt(-1) == 1);
      feed.become(Fault.NONE);
      assertThat(first.answer().status()).isEqualTo(200);
      assertThat(events.await("ended", "dead").get("status").asInt()).isEqualTo(200);
    }
  }

  @Test
  void sigtermLetsARunningRequestFinishAndEndsAll() {
    feed.become(Fault.HANG);
    try (var sync = sync("--grace", 20);
        var running = Client.connect(sync.port()).send("GET", "/check_feed", "running")) {
      events.await("begun", "running");
      sync.terminate();
      Await.until(
          "stopping", () -> sync.err().stream().anyMatch(line -> line.contains("stopping")));
      feed.become(Fault.NONE);
      assertThat(running.answer().status()).isEqualTo(200);
      assertThat(sync.exitCode()).isEqualTo(143);
      assertThat(workers()).hasSize(2).noneMatch(ServerProcess::runs);
    }
  }

  @Test
  void sigtermEndsAnEndlessStreamAfterTheGrace() {
    try (var sync = sync("--grace", 1);
        var _ = Client.connect(sync.port()).send("GET", "/stream_feed", "stream")) {
      events.await("tick", "stream");
      sync.terminate();
      assertThat(sync.exitCode()).isEqualTo(143);
      assertThat(workers()).hasSize(2).noneMatch(ServerProcess::runs);
    }
  }

  @Test
  void noWorkerOutlivesAKilledArbiter() {
    feed.become(Fault.HANG);
    try (var sync = sync();
        var _ = Client.connect(sync.port()).send("GET", "/check_feed", "busy")) {
      events.await("begun", "busy");
      assertThat(workers()).hasSize(2).allMatch(ServerProcess::runs);
      sync.kill();
      Await.until(
          "no worker left",
          Duration.ofSeconds(3),
          () -> workers().stream().noneMatch(ServerProcess::runs));
    }
  }

  private List<Long> workers() {
    return events.named("worker_started").map(event -> event.get("pid").asLong()).toList();
  }

  private List<Long> readyWorkers() {
    return events.named("worker_ready").map(event -> event.get("pid").asLong()).toList();
  }
}
