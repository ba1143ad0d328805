package server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import server.events.Event;
import server.events.EventSink;
import server.loop.EventLoop;
import server.loop.LoopFeed;
import server.modes.Async;
import server.poll.NonBlockingFeed;
import server.routes.HashWork;
import server.routes.Routes;
import server.settings.ModeSettings;
import server.settings.Speed;
import server.testing.Await;
import server.testing.Client;
import server.testing.FeedProcess;
import server.web.Slots;
import server.web.Visits;
import server.web.WebServer;

/** The event loop from inside: which thread does what. */
@Tag("process")
class LoopIT {
  private static final Set<String> THE_LOOP = Set.of("loop");

  private static final int TINY_BUFFER_BYTES = 1_024;

  /** Notes who asks the feed, and when that was last; the callback of a write asks it itself. */
  private static final class AskedFeed implements NonBlockingFeed {
    private final NonBlockingFeed feed;
    private final Set<String> threads = ConcurrentHashMap.newKeySet();
    private volatile long lastNanos;

    AskedFeed(NonBlockingFeed feed) {
      this.feed = feed;
    }

    @Override
    public CompletableFuture<String> poll() {
      lastNanos = System.nanoTime();
      threads.add(Thread.currentThread().getName());
      return feed.poll();
    }

    Set<String> threads() {
      return threads;
    }

    /** A feed that answers at once is asked all the time, until the client's buffers fill. */
    boolean isLongAgo() {
      return !threads.isEmpty() && System.nanoTime() - lastNanos > TimeUnit.SECONDS.toNanos(1);
    }
  }

  /** Notes the thread of each kind of event, which is reported where it happens. */
  private record Threads(Set<String> handlers, Set<String> feedCallbacks, Set<String> completions)
      implements EventSink {
    Threads() {
      this(
          ConcurrentHashMap.newKeySet(),
          ConcurrentHashMap.newKeySet(),
          ConcurrentHashMap.newKeySet());
    }

    @Override
    public void emit(Event event) {
      var thread = Thread.currentThread().getName();
      switch (event) {
        case Event.Begun _ -> handlers.add(thread);
        case Event.Tick _ -> feedCallbacks.add(thread);
        case Event.Ended _ -> completions.add(thread);
        case Event.Gauge _, Event.Hello _, Event.Worker _ -> {}
      }
    }

    @Override
    public long dropped() {
      return 0;
    }

    @Override
    public void close() {}
  }

  @Test
  void handlersFeedCallbacksTicksAndCompletionsShareOneThread() throws Exception {
    var threads = new Threads();
    try (var feed = FeedProcess.quick();
        var async = Async.start(settings(feed), threads)) {
      for (var path : new String[] {"/", "/hash_me", "/check_feed"}) {
        assertThat(Client.get(async.port(), path, "n").header("X-Served-By")).endsWith("/loop");
      }
      try (var stream = Client.connect(async.port()).send("GET", "/stream_feed", "s")) {
        var lines = stream.lines(stream.head());
        assertThat(lines.readLine()).contains("updates");
        assertThat(lines.readLine()).contains("updates");
      }
      Await.until("a completion", () -> !threads.completions().isEmpty());
    }
    assertThat(threads.handlers()).isEqualTo(THE_LOOP);
    assertThat(threads.feedCallbacks()).isEqualTo(THE_LOOP);
    assertThat(threads.completions()).isEqualTo(THE_LOOP);
  }

  @Test
  void aWriteThatWaitedForItsClientGoesOnOnThatThread() throws Exception {
    try (var feed = FeedProcess.quick();
        var loop = EventLoop.start()) {
      var asked = new AskedFeed(new LoopFeed(loop, settings(feed).feed()));
      var asInAsync =
          new WebServer.Mode(
              loop,
              loop::connector,
              _ -> {},
              routes -> Routes.nonBlocking(routes, new HashWork(1), asked));
      var visits = new Visits("async", "", Slots.lowestFree(), EventSink.unwatched());
      try (var web = WebServer.start(settings(feed), asInAsync, visits);
          var slow = Client.connect(web.port(), TINY_BUFFER_BYTES)) {
        slow.send("GET", "/stream_feed", "slow");
        Await.until("the stream is stuck", asked::isLongAgo);
        asked.threads().clear(); // a line that the client takes is what makes the stream ask again
        var lines = slow.lines(slow.head());
        while (asked.threads().isEmpty()) {
          assertThat(lines.readLine()).contains("updates");
        }
        assertThat(asked.threads()).isEqualTo(THE_LOOP);
      }
    }
  }

  private static ModeSettings settings(FeedProcess feed) {
    return new ModeSettings(
        "127.0.0.1", 0, 100, URI.create(feed.url()), new Speed(1), 1_000, "", Duration.ZERO);
  }
}
