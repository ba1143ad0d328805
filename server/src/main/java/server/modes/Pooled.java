package server.modes;

import java.util.List;
import java.util.OptionalLong;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
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

/**
 * Mode {@code pooled}: blocking handlers on a fixed pool of platform threads.
 *
 * <p>As many requests are served at a time as the pool has threads; further ones wait in the
 * process. Connections beyond the limit are not accepted and wait in the kernel.
 */
public final class Pooled {
  /** Of the server itself: one accepts, one selects. */
  private static final int OWN_THREADS = 2;

  private Pooled() {}

  /**
   * Starts to serve.
   *
   * @param threads requests served at a time; at least 1
   * @param connections accepted at a time; at least 1
   */
  public static Program start(
      ModeSettings settings, int threads, int connections, EventSink events) {
    var feed = new SocketFeed(settings.feed());
    var visits = new Visits("pooled", settings.run(), Slots.poolThreads(), events);
    var pool = new QueuedThreadPool(threads + OWN_THREADS, threads + OWN_THREADS);
    pool.setReservedThreads(0);
    var mode =
        new WebServer.Mode(
            pool,
            (server, http) -> new ServerConnector(server, 1, 1, new HttpConnectionFactory(http)),
            server -> server.addBean(new NetworkConnectionLimit(connections, server)),
            routes -> Routes.blocking(routes, new HashWork(settings.hashIterations()), feed));
    var web = WebServer.start(settings, mode, visits);
    var backlog = new Backlog(web.port());
    var gauges =
        Gauges.start(
            events,
            settings.speed(),
            new Gauges.Readings(
                visits::inFlight, () -> OptionalLong.of(pool.getQueueSize()), backlog::depth));
    return new Running(web, gauges, List.of(feed));
  }
}
