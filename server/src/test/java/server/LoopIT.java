package server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import server.events.Event;
import server.events.EventSink;
import server.modes.Async;
import server.settings.ModeSettings;
import server.settings.Speed;
import server.testing.Await;
import server.testing.Client;
import server.testing.FeedProcess;

/** The event loop from inside: which thread does what. */
@Tag("process")
class LoopIT {
  private static final Set<String> THE_LOOP = Set.of("loop");

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
        var async =
            Async.start(
                new ModeSettings(
                    "127.0.0.1",
                    0,
                    100,
                    URI.create(feed.url()),
                    new Speed(1),
                    1_000,
                    "",
                    Duration.ZERO),
                threads)) {
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
}
