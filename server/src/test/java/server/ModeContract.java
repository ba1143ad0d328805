package server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import server.feed.Fault;
import server.testing.Await;
import server.testing.Client;
import server.testing.Events;
import server.testing.FeedProcess;
import server.testing.ModeUnderTest;
import server.testing.ServerProcess;
import tools.jackson.databind.JsonNode;

/** What holds in every mode, and the few points in which they are meant to differ. */
@Tag("process")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ModeContract {
  private static final int LONG_HEADER_CHARS = 20_000;
  private static final int TINY_BUFFER_BYTES = 1_024;
  private static final int MORE_TICKS = 20;
  private static final double SPEED = 10;

  private final ModeUnderTest mode;
  private final Events events = Events.listen();
  private final FeedProcess feed = FeedProcess.start("--min", 1, "--max", 1, "--speed", SPEED);
  private final ServerProcess server;

  ModeContract(ModeUnderTest mode) {
    this.mode = mode;
    this.server = mode.start(feed, events, "--run", "run-7", "--speed", SPEED);
  }

  @AfterEach
  void everySlotIsFreeAgain() {
    feed.become(Fault.NONE);
    Await.until(
        "as many ends as begins",
        () -> events.named("begun").count() == events.named("ended").count());
  }

  @AfterAll
  void end() {
    server.close();
    feed.close();
    events.close();
  }

  private Client connect() {
    return Client.connect(server.port());
  }

  @Test
  void theTitleIsPlainText() {
    var answer = Client.get(server.port(), "/", "title");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).startsWith("text/plain");
    assertThat(answer.body()).isEqualTo("Concurrency Lab\n");
  }

  @Test
  void theHashIsRealWorkAndSaysHowMuch() {
    var answer = Client.get(server.port(), "/hash_me", "hash");
    assertThat(answer.header("Content-Type")).startsWith("application/json");
    assertThat(answer.body()).containsPattern("\"digest\":\"[0-9a-f]{64}\",\"iterations\":1000}");
    assertThat(Client.get(server.port(), "/hash_me", "hash-2").body()).isNotEqualTo(answer.body());
  }

  @Test
  void checkFeedIsOnePollOfTheFeed() {
    long before = feed.polls();
    var answer = Client.get(server.port(), "/check_feed", "check");
    assertThat(answer.header("Content-Type")).startsWith("application/json");
    assertThat(answer.body()).isEqualTo("{\"updates\":null}\n");
    assertThat(feed.polls()).isEqualTo(before + 1);
  }

  @Test
  void everyAnswerSaysWhoServedItAndForWhom() {
    for (var path : List.of("/", "/hash_me", "/check_feed", "/nowhere")) {
      var answer = Client.get(server.port(), path, "nonce-of" + path);
      assertThat(answer.header("X-Lab-Nonce")).isEqualTo("nonce-of" + path);
      assertThat(answer.header("X-Lab-Run")).isEqualTo("run-7");
      assertThat(answer.servedBy()).hasSize(3).startsWith(mode.program());
      assertThat(ServerProcess.runs(Long.parseLong(answer.servedBy()[1]))).isTrue();
    }
  }

  @Test
  void aFeedThatFailsIsA502WithItsReasonAndIsPolledOnce() {
    for (var fault : List.of(Fault.CUT, Fault.FAIL)) {
      feed.become(fault);
      long before = feed.polls();
      var answer = Client.get(server.port(), "/check_feed", "failing");
      assertThat(answer.status()).isEqualTo(502);
      assertThat(answer.body()).startsWith("{\"error\":\"the feed ");
      assertThat(feed.polls()).as("polls while %s", fault).isEqualTo(before + 1);
    }
    feed.become(Fault.REFUSE);
    assertThat(Client.get(server.port(), "/check_feed", "refused").body()).contains("refused");
    feed.become(Fault.NONE);
    assertThat(Client.get(server.port(), "/check_feed", "healed").status()).isEqualTo(200);
  }

  @Test
  void aStreamIsFlushedLineByLineAndEndsWithAFailingFeed() throws IOException {
    try (var client = connect().send("GET", "/stream_feed", "stream")) {
      var head = client.head();
      assertThat(head.header("Content-Type")).startsWith("application/x-ndjson");
      var lines = client.lines(head);
      for (int tick = 1; tick <= 3; tick++) {
        assertThat(lines.readLine()).isEqualTo("{\"updates\":null}");
        assertThat(events.of("ended", "stream")).isEmpty();
      }
      feed.become(Fault.FAIL);
      var last = lines.readLine();
      for (var line = last; line != null; line = lines.readLine()) {
        last = line;
      }
      assertThat(last).isEqualTo("{\"error\":\"the feed answered 500\"}");
    }
    assertThat(events.await("ended", "stream").get("outcome").asString()).isEqualTo("failed");
  }

  @Test
  void aStreamFreesItsSlotAtMostTwoTicksAfterItsClientLeft() throws IOException {
    long left;
    try (var client = connect().send("GET", "/stream_feed", "leaver")) {
      assertThat(client.lines(client.head()).readLine()).contains("updates");
    }
    left = micros(Instant.now());
    assertThat(events.await("ended", "leaver").get("outcome").asString()).isEqualTo("left");
    assertThat(events.of("tick", "leaver").stream().filter(tick -> tick.get("at").asLong() > left))
        .hasSizeLessThanOrEqualTo(2);
  }

  @Test
  void onlyAsyncCancelsThePollOfAClientThatLeft() {
    feed.become(Fault.HANG);
    try (var client = connect().send("GET", "/check_feed", "gone")) {
      events.await("begun", "gone");
      client.leave();
    }
    if (mode.cancelsPolls()) {
      assertThat(events.await("ended", "gone").get("outcome").asString()).isEqualTo("left");
    } else {
      var slot = events.await("begun", "gone").get("slot").asString();
      assertThat(Client.get(server.port(), "/", "meanwhile").status()).isEqualTo(200);
      assertThat(events.await("begun", "meanwhile").get("slot").asString()).isNotEqualTo(slot);
      assertThat(events.of("ended", "gone")).isEmpty();
      feed.become(Fault.NONE);
      assertThat(events.await("ended", "gone").get("status").asInt()).isEqualTo(200);
    }
  }

  @Test
  void aClientThatDoesNotReadHoldsUpNobodyElseAndLaterGetsWhatItMissed() throws IOException {
    try (var quick = FeedProcess.quick();
        var ticks = Events.listen();
        var flooded = mode.start(quick, ticks);
        var slow = Client.connect(flooded.port(), TINY_BUFFER_BYTES)) {
      slow.send("GET", "/stream_feed", "slow");
      Await.until(
          "the stream is stuck", Duration.ofMinutes(1), () -> isStuck(ticks.of("tick", "slow")));
      assertThat(Client.get(flooded.port(), "/", "beside").status()).isEqualTo(200);
      try (var other = Client.connect(flooded.port()).send("GET", "/stream_feed", "other")) {
        var lines = other.lines(other.head());
        for (int tick = 0; tick < 3; tick++) {
          assertThat(lines.readLine()).contains("updates");
        }
      }
      // One line more than was counted may be on its way; what follows was polled after the stall.
      int counted = ticks.of("tick", "slow").size();
      var missed = slow.lines(slow.head());
      for (int tick = 0; tick < counted + MORE_TICKS; tick++) {
        assertThat(missed.readLine()).as("line %d of %d", tick, counted).contains("updates");
      }
      slow.leave();
      ticks.await("ended", "slow");
      ticks.await("ended", "other");
    }
  }

  /** Streams of a feed that answers at once tick all the time, until the client's buffers fill. */
  private static boolean isStuck(List<JsonNode> ticks) {
    return !ticks.isEmpty()
        && ticks.getLast().get("at").asLong() < micros(Instant.now().minusSeconds(1));
  }

  private static long micros(Instant at) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, at);
  }

  @Test
  void headIsAnsweredWithoutABody() {
    for (var path : List.of("/", "/hash_me", "/check_feed", "/stream_feed")) {
      try (var client = connect()) {
        client.raw("HEAD " + path + " HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n");
        var bytes = client.untilClosed();
        assertThat(bytes).as(path).startsWith("HTTP/1.1 200");
        assertThat(bytes.indexOf("\r\n\r\n")).as(path).isEqualTo(bytes.length() - 4);
      }
    }
  }

  @Test
  void anUnknownPathIs404() {
    assertThat(Client.get(server.port(), "/nowhere", "lost").status()).isEqualTo(404);
  }

  @Test
  void anOversizedHeaderIs431() {
    try (var client = connect()) {
      client.raw(
          "GET / HTTP/1.1\r\nHost: h\r\nX-Long: " + "x".repeat(LONG_HEADER_CHARS) + "\r\n\r\n");
      assertRefused(client.answer(), 431);
    }
  }

  @Test
  void aMalformedRequestIs400() {
    try (var client = connect().raw("GARBAGE\r\n\r\n")) {
      assertRefused(client.answer(), 400);
    }
  }

  private void assertRefused(Client.Answer answer, int status) {
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.servedBy()).hasSize(3).startsWith(mode.program());
    assertThat(answer.header("X-Lab-Run")).isEqualTo("run-7");
  }

  @Test
  void sigtermLetsARunningRequestFinish() {
    try (var slow = FeedProcess.start("--min", 2, "--max", 2);
        var reports = Events.listen();
        var ending = mode.start(slow, reports, "--grace", 20);
        var running = Client.connect(ending.port()).send("GET", "/check_feed", "running")) {
      reports.await("begun", "running");
      ending.terminate();
      assertThat(running.answer().status()).isEqualTo(200);
      assertThat(ending.exitCode()).isEqualTo(143);
    }
  }

  @Test
  void onlySyncClosesAfterEachAnswer() {
    try (var client = connect().send("GET", "/", "one")) {
      var first = client.answer();
      if (mode.alwaysCloses()) {
        assertThat(first.header("Connection")).isEqualTo("close");
        assertThat(client.isClosedByServer()).isTrue();
      } else {
        assertThat(first.header("Connection")).isEmpty();
        assertThat(client.send("GET", "/check_feed", "two").answer().status()).isEqualTo(200);
        assertThat(client.send("GET", "/", "three").answer().header("X-Lab-Nonce"))
            .isEqualTo("three");
      }
    }
  }

  @Test
  void aRequestThatCameEarlyIsAnsweredInItsTurnOrTheConnectionCloses() {
    var request = "GET %s HTTP/1.1\r\nHost: h\r\nX-Lab-Nonce: %s\r\n\r\n";
    try (var client = connect().raw(request.formatted("/check_feed", "early-1"))) {
      events.await("begun", "early-1");
      client.raw(request.formatted("/", "early-2"));
      assertThat(client.answer().header("X-Lab-Nonce")).isEqualTo("early-1");
      if (!mode.alwaysCloses()) {
        assertThat(client.answer().header("X-Lab-Nonce")).isEqualTo("early-2");
      }
    }
  }

  @Test
  void http10HasNoChunksAndEndsWithTheConnection() throws IOException {
    try (var client = connect().raw("GET / HTTP/1.0\r\n\r\n")) {
      assertThat(client.answer().body()).isEqualTo("Concurrency Lab\n");
      assertThat(client.isClosedByServer()).isTrue();
    }
    try (var client = connect().raw("GET /stream_feed HTTP/1.0\r\n\r\n")) {
      var head = client.head();
      assertThat(head.header("Transfer-Encoding")).isEmpty();
      assertThat(client.lines(head).readLine()).isEqualTo("{\"updates\":null}");
    }
  }

  @Test
  void http11StreamsInChunksEvenWhereTheConnectionWillClose() {
    for (var connection : List.of("keep-alive", "close")) {
      try (var client = connect()) {
        client.raw(
            "GET /stream_feed HTTP/1.1\r\nHost: h\r\nConnection: " + connection + "\r\n\r\n");
        assertThat(client.head().header("Transfer-Encoding")).as(connection).isEqualTo("chunked");
      }
    }
  }
}
