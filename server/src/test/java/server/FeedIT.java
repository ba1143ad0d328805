package server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import server.feed.Fault;
import server.testing.Await;
import server.testing.Client;
import server.testing.Crowd;
import server.testing.Events;
import server.testing.FeedProcess;
import server.testing.ServerProcess;

/** The feed and its faults, switched while it runs. */
@Tag("process")
class FeedIT {
  private static final int POLLS = 10_000;
  private static final int LEAVERS = 50;
  private static final int SEEDED_POLLS = 24;
  private static final int FIRST = 4;
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @Test
  void itsFaultsAreSwitchedWhileItRuns() {
    try (var feed = FeedProcess.quick()) {
      int port = feed.process().port();
      assertThat(switchTo(feed, "fail")).isEqualTo("fault=fail polls=0");
      assertThat(Client.get(port, "/poll", "fail").status()).isEqualTo(500);
      assertThat(switchTo(feed, "cut")).isEqualTo("fault=cut polls=1");
      try (var client = Client.connect(port).send("GET", "/poll", "cut")) {
        assertThat(client.isClosedByServer()).isTrue();
      }
      assertThat(switchTo(feed, "refuse")).isEqualTo("fault=refuse polls=2");
      assertThatThrownBy(() -> Client.connect(port)).isInstanceOf(UncheckedIOException.class);
      assertThat(switchTo(feed, "none")).isEqualTo("fault=none polls=2");
      assertThat(Client.get(port, "/poll", "none").body()).isEqualTo("{\"updates\":null}\n");
      assertThat(switchTo(feed, "hang")).isEqualTo("fault=hang polls=3");
      try (var client = Client.connect(port).send("GET", "/poll", "hang")) {
        Await.until("the poll", () -> feed.polls() == 4);
        assertThat(switchTo(feed, "none")).isEqualTo("fault=none polls=4");
        assertThat(client.answer().status()).isEqualTo(200);
      }
    }
  }

  @Test
  void aDrippingAnswerComesByteByByte() throws IOException {
    try (var feed = FeedProcess.start("--max", 0, "--speed", 20)) {
      feed.become(Fault.DRIP);
      long begin = System.nanoTime();
      try (var client = Client.connect(feed.process().port()).send("GET", "/poll", "drip")) {
        var lines = client.lines(client.head());
        assertThat(lines.readLine()).isEqualTo("{\"updates\":null}");
        assertThat(System.nanoTime() - begin).isGreaterThan(10 * 1_000_000_000L / 20);
      }
    }
  }

  @Test
  void aClientThatLeavesAHangingPollCostsNothing() {
    try (var events = Events.listen();
        var feed = FeedProcess.start("--speed", 10, "--events", events.path())) {
      feed.become(Fault.HANG);
      var clients =
          IntStream.range(0, LEAVERS)
              .mapToObj(n -> Client.connect(feed.process().port()).send("GET", "/poll", "l" + n))
              .toList();
      events.awaitGauge(gauge -> gauge.get("in_flight").asInt() == LEAVERS);
      clients.forEach(Client::leave);
      events.awaitGauge(gauge -> gauge.get("in_flight").asInt() == 0);
      Await.until("all ends", () -> events.named("ended").count() == LEAVERS);
      assertThat(events.named("ended").map(ended -> ended.get("outcome").asString()))
          .containsOnly("left");
      try (var staying = Client.connect(feed.process().port()).send("GET", "/poll", "staying")) {
        events.await("begun", "staying");
        feed.become(Fault.NONE);
        assertThat(staying.answer().status()).isEqualTo(200);
      }
    }
  }

  @Test
  void itsSeedDecidesWhichPollsWait() {
    assertThat(firstNotToWait(7)).isEqualTo(firstNotToWait(7)).isNotEqualTo(firstNotToWait(8));
  }

  /**
   * The first polls whose delay is 0, where that of the others is a thousand seconds. Twice as many
   * are awaited, for answers that come at once may overtake each other.
   */
  private static List<Integer> firstNotToWait(long seed) {
    try (var events = Events.listen();
        var feed =
            FeedProcess.start(
                "--max", 1, "--speed", 0.001, "--seed", seed, "--events", events.path())) {
      var clients = new ArrayList<Client>();
      for (int n = 1; n <= SEEDED_POLLS; n++) {
        int sent = n;
        clients.add(
            Client.connect(feed.process().port()).send("GET", "/poll", Integer.toString(sent)));
        Await.until("poll " + sent, () -> feed.polls() == sent);
      }
      Await.until("answers", () -> events.named("ended").count() >= 2 * FIRST);
      var first =
          events
              .named("ended")
              .map(ended -> Integer.valueOf(ended.get("request").asString()))
              .sorted()
              .limit(FIRST)
              .toList();
      clients.forEach(Client::leave);
      return first;
    }
  }

  @Test
  void anOpenControlConnectionHoldsUpNoOther() throws IOException {
    try (var feed = FeedProcess.quick();
        var _ = SocketChannel.open(UnixDomainSocketAddress.of(feed.control()))) {
      assertThat(CompletableFuture.supplyAsync(feed::polls)).succeedsWithin(PATIENCE).isEqualTo(0L);
    }
  }

  @Test
  void sigtermLetsARunningPollFinish() {
    try (var events = Events.listen();
        var feed =
            ServerProcess.serving("feed", "--min", 2, "--max", 2, "--events", events.path());
        var running = Client.connect(feed.port()).send("GET", "/poll", "running")) {
      events.await("begun", "running");
      feed.terminate();
      assertThat(running.answer().status()).isEqualTo(200);
      assertThat(feed.exitCode()).isEqualTo(143);
    }
  }

  @Test
  void tenThousandPollsWaitInASmallHeap() throws IOException {
    try (var events = Events.listen();
        var feed =
            ServerProcess.serving(
                List.of("-Xmx128m"),
                "feed",
                "--min",
                600,
                "--max",
                600,
                "--events",
                events.path());
        var _ = Crowd.streaming(feed.port(), POLLS)) {
      events.awaitGauge(gauge -> gauge.get("in_flight").asInt() == POLLS);
      assertThat(feed.process().isAlive()).isTrue();
    }
  }

  private static String switchTo(FeedProcess feed, String fault) {
    var command =
        ServerProcess.start(
            ServerProcess.jar(), List.of(), "fault", "--control", feed.control(), fault);
    assertThat(command.exitCode()).isZero();
    Await.until("its answer", () -> !command.out().isEmpty());
    return command.out().getFirst();
  }
}
