package server.prefork;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.time.Duration;
import java.util.OptionalLong;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
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

/** One worker process: accepts one connection of the inherited socket, serves it, closes it. */
public final class Worker implements Program {
  /** One accepts, one selects, one serves. */
  private static final int THREADS = 3;

  private final SocketFeed feed;
  private final WebServer web;
  private final Gauges gauges;

  private Worker(SocketFeed feed, WebServer web, Gauges gauges) {
    this.feed = feed;
    this.web = web;
    this.gauges = gauges;
  }

  /**
   * Starts to serve, and to beat on standard output, which nothing else may use from now on.
   *
   * @param settings as told to the arbiter
   * @param slot number of the worker, from 1
   * @param beat how often it beats while it holds no connection
   * @param whenArbiterIsGone what to do when nobody takes the beats any more
   * @param events where it reports
   */
  public static Worker start(
      ModeSettings settings,
      int slot,
      Duration beat,
      Runnable whenArbiterIsGone,
      EventSink events) {
    var heart = new Heart(new FileOutputStream(FileDescriptor.out), whenArbiterIsGone);
    System.setOut(System.err);
    var feed = new SocketFeed(settings.feed());
    var threads = new QueuedThreadPool(THREADS, THREADS);
    threads.setName("worker-" + slot);
    threads.setReservedThreads(0);
    var visits = new Visits("sync", settings.run(), Slots.worker(slot), events);
    var hash = new HashWork(settings.hashIterations());
    var web =
        WebServer.start(
            settings,
            new WebServer.Mode(
                threads,
                (server, http) -> connector(server, http, heart),
                Worker::oneConnection,
                routes -> Routes.blocking(routes, hash, feed)),
            visits);
    var gauges =
        Gauges.start(
            events,
            settings.speed(),
            new Gauges.Readings(visits::inFlight, OptionalLong::empty, OptionalLong::empty));
    heart.start(beat, () -> web.connections() == 0);
    return new Worker(feed, web, gauges);
  }

  private static ServerConnector connector(Server server, HttpConfiguration http, Heart heart) {
    http.setPersistentConnectionsEnabled(false);
    var connector =
        new ServerConnector(server, 1, 1, new HttpConnectionFactory(http)) {
          @Override
          protected void onEndPointClosed(EndPoint endPoint) {
            super.onEndPointClosed(endPoint);
            heart.beat();
          }
        };
    connector.setInheritChannel(true);
    return connector;
  }

  private static void oneConnection(Server server) {
    server.addBean(new NetworkConnectionLimit(1, server));
    server.insertHandler(new CloseAtEnd());
  }

  @Override
  public int port() {
    return web.port();
  }

  @Override
  public void close() {
    web.close();
    gauges.close();
    feed.close();
  }
}
