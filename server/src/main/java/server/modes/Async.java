package server.modes;

import java.util.List;
import java.util.OptionalLong;
import server.events.Backlog;
import server.events.EventSink;
import server.events.Gauges;
import server.loop.EventLoop;
import server.loop.LoopFeed;
import server.poll.SocketFeed;
import server.routes.HashWork;
import server.routes.Routes;
import server.settings.ModeSettings;
import server.settings.Program;
import server.web.Slots;
import server.web.Visits;
import server.web.WebServer;

/** Mode {@code async}: non-blocking handlers, all on the one thread of an event loop. */
public final class Async {
  private Async() {}

  /** Starts to serve as many requests as memory and descriptors allow. */
  public static Program start(ModeSettings settings, EventSink events) {
    var loop = EventLoop.start();
    var feed = new LoopFeed(loop, settings.feed());
    var hash = new HashWork(settings.hashIterations());
    return start(
        settings,
        events,
        loop,
        new WebServer.Mode(
            loop, loop::connector, _ -> {}, routes -> Routes.nonBlocking(routes, hash, feed)),
        List.of(loop));
  }

  /**
   * Starts the lie: the same loop under the <em>blocking</em> handlers. Whoever waits for the feed
   * holds the only thread there is.
   */
  public static Program startBlockingFeed(ModeSettings settings, EventSink events) {
    var loop = EventLoop.start();
    var feed = new SocketFeed(settings.feed());
    var hash = new HashWork(settings.hashIterations());
    return start(
        settings,
        events,
        loop,
        new WebServer.Mode(
            loop, loop::connector, _ -> {}, routes -> Routes.blocking(routes, hash, feed)),
        List.of(feed, loop));
  }

  private static Program start(
      ModeSettings settings,
      EventSink events,
      EventLoop loop,
      WebServer.Mode mode,
      List<AutoCloseable> owned) {
    var visits = new Visits("async", settings.run(), Slots.lowestFree(), events);
    var web = WebServer.start(settings, mode, visits);
    var backlog = new Backlog(web.port());
    var gauges =
        Gauges.start(
            events,
            settings.speed(),
            new Gauges.Readings(
                visits::inFlight, () -> OptionalLong.of(loop.queued()), backlog::depth));
    return new Running(web, gauges, owned);
  }
}
