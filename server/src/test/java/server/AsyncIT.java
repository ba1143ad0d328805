package server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import server.feed.Fault;
import server.routes.HashWork;
import server.testing.Await;
import server.testing.Client;
import server.testing.Crowd;
import server.testing.Events;
import server.testing.FeedProcess;
import server.testing.ModeUnderTest;
import server.testing.ServerProcess;
import tools.jackson.databind.JsonNode;

/** The event loop as the outside sees it. */
@Tag("process")
class AsyncIT {
  private static final int STREAMS = 5_000;

  @Test
  void oneBusyHandlerDelaysEveryTickAndTheTitle() {
    try (var events = Events.listen();
        var feed = FeedProcess.start("--min", 1, "--max", 1, "--speed", 20);
        var async =
            ServerProcess.serving(
                "async",
                "--feed",
                feed.url(),
                "--events",
                events.path(),
                "--hash-iterations",
                HashWork.lasting(Duration.ofSeconds(1)).iterations());
        var one = Client.connect(async.port()).send("GET", "/stream_feed", "one");
        var two = Client.connect(async.port()).send("GET", "/stream_feed", "two")) {
      assertThat(one.head().status()).isEqualTo(200);
      assertThat(two.head().status()).isEqualTo(200);
      Await.until("ticks", () -> ticks(events, 0, Long.MAX_VALUE) > 10);
      try (var hash = Client.connect(async.port()).send("GET", "/hash_me", "busy")) {
        events.await("begun", "busy");
        var title = Client.get(async.port(), "/", "title");
        assertThat(hash.answer().status()).isEqualTo(200);
        assertThat(title.header("X-Served-By")).endsWith("/loop");
      }
      long begun = at(events.await("begun", "busy"));
      long ended = at(events.await("ended", "busy"));
      long before = ticks(events, 0, begun);
      assertThat(before).as("ticks before").isGreaterThan(5);
      assertThat(ticks(events, begun, ended)).isZero();
      assertThat(at(events.await("begun", "title"))).isGreaterThanOrEqualTo(ended);
      Await.until("ticks go on", () -> ticks(events, ended, Long.MAX_VALUE) > 10);
    }
  }

  @Test
  void whileOnePollHangsOthersAreServedButNotUnderTheLie() {
    try (var feed = FeedProcess.quick();
        var events = Events.listen();
        var async = ModeUnderTest.ASYNC.start(feed, events);
        var lies = Events.listen();
        var lie = ModeUnderTest.ASYNC.start(feed, lies, "--blocking-feed")) {
      feed.become(Fault.HANG);
      try (var honestPoll = Client.connect(async.port()).send("GET", "/check_feed", "poll");
          var lyingPoll = Client.connect(lie.port()).send("GET", "/check_feed", "poll")) {
        events.await("begun", "poll");
        lies.await("begun", "poll");
        assertThat(Client.get(async.port(), "/", "title").status()).isEqualTo(200);
        try (var stuck = Client.connect(lie.port()).send("GET", "/", "title")) {
          lies.awaitGauge(gauge -> gauge.get("backlog").asInt() == 1);
          assertThat(lies.of("begun", "title")).isEmpty();
          feed.become(Fault.NONE);
          assertThat(stuck.answer().status()).isEqualTo(200);
        }
        assertThat(honestPoll.answer().status()).isEqualTo(200);
        assertThat(lyingPoll.answer().status()).isEqualTo(200);
      }
      assertThat(at(events.await("ended", "title"))).isLessThan(at(events.await("ended", "poll")));
      assertThat(at(lies.await("begun", "title")))
          .isGreaterThanOrEqualTo(at(lies.await("ended", "poll")));
    }
  }

  /** Not only its own slot is free: the feed hears that nobody waits for the answer any more. */
  @Test
  void theFeedIsLeftWhenTheClientLeaves() {
    try (var events = Events.listen();
        var polls = Events.listen();
        var feed = FeedProcess.start("--max", 0, "--events", polls.path());
        var async = ModeUnderTest.ASYNC.start(feed, events)) {
      feed.become(Fault.HANG);
      try (var client = Client.connect(async.port()).send("GET", "/check_feed", "gone")) {
        polls.awaitGauge(gauge -> gauge.get("in_flight").asInt() == 1);
        client.leave();
      }
      Await.until("the poll ends", () -> polls.named("ended").count() == 1);
      assertThat(polls.named("ended").map(ended -> ended.get("outcome").asString()))
          .containsOnly("left");
    }
  }

  @Test
  void fiveThousandStreamsPollTheFeedInOneSmallProcess() throws IOException {
    try (var feed = FeedProcess.start(List.of("-Xmx128m"), "--max", 4, "--speed", 0.5);
        var async =
            ServerProcess.serving(
                List.of("-Xmx256m"), "async", "--feed", feed.url(), "--hash-iterations", 1_000);
        var crowd = Crowd.streaming(async.port(), STREAMS)) {
      Await.until("two ticks for every stream", () -> crowd.withTicks(2) == STREAMS);
      assertThat(crowd.broken()).isZero();
      assertThat(feed.polls()).isGreaterThanOrEqualTo(2L * STREAMS);
      assertThat(Client.get(async.port(), "/", "title").status()).isEqualTo(200);
    }
  }

  private static long ticks(Events events, long fromMicros, long toMicros) {
    return events
        .named("tick")
        .filter(tick -> at(tick) > fromMicros && at(tick) < toMicros)
        .count();
  }

  private static long at(JsonNode event) {
    return event.get("at").asLong();
  }
}
