package server.feed;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import server.events.Backlog;
import server.events.EventSink;
import server.events.Gauges;
import server.settings.Program;
import server.settings.StartFailure;
import server.web.Slots;
import server.web.Visits;

/** The feed, listening. */
public final class Feed implements Program {
  private static final System.Logger LOG = System.getLogger(Feed.class.getName());
  private static final Duration DRIP_PAUSE = Duration.ofSeconds(1);
  private static final int THREADS = 4;
  private static final int BUFFER_BYTES = 1_024;

  private final Polls polls;
  private final ScheduledExecutorService timer;
  private final Server server;
  private final ServerConnector connector;
  private final Gauges gauges;
  private final Optional<ControlSocket> control;

  private Feed(FeedSettings settings, EventSink events) throws Exception {
    timer =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("timer").daemon().factory());
    polls = new Polls(settings.delays(), settings.speed().of(DRIP_PAUSE), timer);
    var visits = new Visits("feed", "", Slots.lowestFree(), events);
    visits.setHandler(polls);
    server = new Server(new QueuedThreadPool(THREADS));
    server.setHandler(visits);
    server.setStopTimeout(settings.grace().toMillis());
    connector = connector(server, settings);
    server.addConnector(connector);
    server.start();
    connector.setPort(connector.getLocalPort());
    control = settings.control().map(path -> ControlSocket.open(path, this::control));
    var backlog = new Backlog(port());
    gauges =
        Gauges.start(
            events,
            settings.speed(),
            new Gauges.Readings(visits::inFlight, OptionalLong::empty, backlog::depth));
  }

  /**
   * Starts to serve.
   *
   * @throws StartFailure when the system does not let us listen there, or the control socket is
   *     taken
   */
  public static Feed start(FeedSettings settings, EventSink events) {
    try {
      return new Feed(settings, events);
    } catch (IOException refusal) {
      throw StartFailure.cannotListen(settings.host(), settings.port(), refusal);
    } catch (RuntimeException failure) {
      throw failure;
    } catch (Exception failure) {
      throw new IllegalStateException(failure);
    }
  }

  /** Never closes a connection for being idle: its clients keep theirs between polls. */
  private static ServerConnector connector(Server server, FeedSettings settings) {
    var http = new HttpConfiguration();
    http.setOutputBufferSize(BUFFER_BYTES);
    http.setSendServerVersion(false);
    // A connection that asks twice would keep 98 KB of known header lines, mostly empty.
    http.setHeaderCacheSize(0);
    var connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
    connector.setHost(settings.host());
    connector.setPort(settings.port());
    connector.setAcceptQueueSize(settings.backlog());
    connector.setIdleTimeout(0);
    return connector;
  }

  @Override
  public int port() {
    return connector.getPort();
  }

  /** Does what a line of the control socket says and tells the state after it. */
  private synchronized String control(String command) {
    var known = Fault.of(command);
    if (known.isEmpty() && !command.equals("state")) {
      return "unknown command " + command;
    }
    try {
      known.ifPresent(this::become);
      return "fault=" + polls.fault().word() + " polls=" + polls.count();
    } catch (StartFailure failure) {
      return "failed: " + failure.getMessage();
    }
  }

  private void become(Fault fault) {
    try {
      polls.become(fault);
      if (fault == Fault.REFUSE) {
        connector.stop();
      } else if (!connector.isStarted()) {
        connector.start();
      }
      LOG.log(Level.INFO, "fault is now {0}", fault.word());
    } catch (Exception failure) {
      throw new StartFailure(
          "cannot switch to " + fault.word() + ": " + failure.getMessage(), "try again");
    }
  }

  @Override
  public void close() {
    control.ifPresent(ControlSocket::close);
    gauges.close();
    try {
      server.stop();
    } catch (Exception failure) {
      LOG.log(Level.WARNING, "did not stop cleanly: {0}", failure.getMessage());
    }
    timer.shutdownNow(); // last, for it answers the polls that still run
  }
}
