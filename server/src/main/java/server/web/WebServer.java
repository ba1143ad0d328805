package server.web;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.util.JavalinBindException;
import io.javalin.util.JavalinException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.LowResourceMonitor;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.ThreadPool;
import server.settings.ModeSettings;
import server.settings.Program;
import server.settings.StartFailure;

/** The application, listening. */
public final class WebServer implements Program {
  private static final int STREAM_BUFFER_BYTES = 1_024;

  /**
   * What the kernel holds for a client that does not read: bounded, so that the server soon
   * notices.
   */
  private static final int SEND_BUFFER_BYTES = 16 * 1024;

  /** Longer than nginx waits (60 s), so that it is nginx who gives up first. */
  private static final Duration IDLE = Duration.ofMinutes(2);

  private static final System.Logger LOG = System.getLogger(WebServer.class.getName());

  private final Javalin javalin;

  /**
   * What one mode does its own way.
   *
   * @param threads that handlers run on
   * @param connector accepts connections; address and backlog are set here
   * @param server further changes to the server
   * @param routes the handlers
   */
  public record Mode(
      ThreadPool threads,
      BiFunction<Server, HttpConfiguration, ServerConnector> connector,
      Consumer<Server> server,
      Consumer<RoutesConfig> routes) {}

  private WebServer(Javalin javalin) {
    this.javalin = javalin;
  }

  /**
   * Starts to serve.
   *
   * @throws StartFailure when the system does not let us listen there
   */
  public static WebServer start(ModeSettings settings, Mode mode, Visits visits) {
    var javalin = Javalin.create(config -> configure(config, settings, mode, visits));
    try {
      javalin.start();
      return new WebServer(javalin);
    } catch (JavalinBindException refusal) {
      throw StartFailure.cannotListen(settings.host(), settings.port(), refusal);
    }
  }

  private static void configure(
      JavalinConfig config, ModeSettings settings, Mode mode, Visits visits) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.startup.startupWatcherEnabled = false;
    config.http.compressionStrategy = CompressionStrategy.NONE;
    config.jetty.threadPool = mode.threads();
    config.jetty.modifyHttpConfiguration(http -> {
      // 98 KB a connection that is kept alive, from its second request on.
      http.setHeaderCacheSize(0);
      http.setOutputBufferSize(STREAM_BUFFER_BYTES);
      http.setOutputAggregationSize(STREAM_BUFFER_BYTES);
    });
    config.jetty.modifyServer(server -> {
      server.removeBean(server.getBean(LowResourceMonitor.class));
      server.setStopTimeout(settings.grace().toMillis());
      server.insertHandler(visits);
      server.setErrorHandler(visits.refusals());
      mode.server().accept(server);
    });
    config.jetty.addConnector((server, http) -> {
      var connector = mode.connector().apply(server, http);
      connector.setHost(settings.host());
      connector.setPort(settings.port());
      connector.setAcceptQueueSize(settings.backlog());
      connector.setAcceptedSendBufferSize(SEND_BUFFER_BYTES);
      connector.setIdleTimeout(settings.speed().of(IDLE).toMillis());
      return connector;
    });
    mode.routes().accept(config.routes);
  }

  @Override
  public int port() {
    return javalin.port();
  }

  /** Connections held now. */
  public int connections() {
    return javalin.jettyServer().server().getConnectors()[0].getConnectedEndPoints().size();
  }

  @Override
  public void close() {
    try {
      javalin.stop();
    } catch (JavalinException requestsWereCut) {
      LOG.log(Level.INFO, "requests were still running after the grace: cut");
    }
  }
}
