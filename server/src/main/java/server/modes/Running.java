package server.modes;

import java.lang.System.Logger.Level;
import java.util.List;
import server.events.Gauges;
import server.settings.Program;
import server.web.WebServer;

/**
 * A mode that serves.
 *
 * @param web its application
 * @param gauges its reports
 * @param owned what else ends with it
 */
record Running(WebServer web, Gauges gauges, List<AutoCloseable> owned) implements Program {
  private static final System.Logger LOG = System.getLogger(Running.class.getName());

  @Override
  public int port() {
    return web.port();
  }

  @Override
  public void close() {
    web.close();
    gauges.close();
    for (var part : owned) {
      try {
        part.close();
      } catch (Exception failure) {
        LOG.log(Level.WARNING, "could not close {0}: {1}", part, failure.getMessage());
      }
    }
  }
}
