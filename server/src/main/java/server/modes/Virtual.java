package server.modes;

import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.Executors;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import server.events.Backlog;
import server.events.EventSink;
import server.events.Gauges;
import server.poll.SocketFeed;
import server.routes.HashWork;
import server.routes.Routes;
import server.settings.ModeSettings;
import server.settings.Program;
import server.web.Slots;
import server.web.Visits;
import server.web.WebServer;

/** Mode {@code virtual}: the blocking handlers of {@link Pooled}, a virtual thread each. */
public final class Virtual {
  /** Of the server itself; no handler ever runs on them. */
  private static final int OWN_THREADS = 4;

  private Virtual() {}

  /** Starts to serve, with no limit on the requests in flight. */
  public static Program start(ModeSettings settings, EventSink events) {
    var feed = new SocketFeed(settings.feed());
    var visits = new Visits("virtual", settings.run(), Slots.lowestFree(), events);
    var own = new QueuedThreadPool(OWN_THREADS, OWN_THREADS);
    own.setReservedThreads(0);
    own.setVirtualThreadsExecutor(
        Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("virtual-", 1).factory()));
    var mode =
        new WebServer.Mode(
            own,
            (server, http) -> new ServerConnector(server, 1, 1, new HttpConnectionFactory(http)),
            _ -> {},
            routes -> Routes.blocking(routes, new HashWork(settings.hashIterations()), feed));
    var web = WebServer.start(settings, mode, visits);
    var backlog = new Backlog(web.port());
    var gauges =
        Gauges.start(
            events,
            settings.speed(),
            new Gauges.Readings(visits::inFlight, OptionalLong::empty, backlog::depth));
    return new Running(web, gauges, List.of(feed));
  }
}
