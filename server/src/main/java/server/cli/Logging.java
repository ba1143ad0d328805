package server.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.logging.LogManager;
import java.util.logging.Logger;

/** The log: standard error, one line for each message, no stack traces, to the very end. */
final class Logging {
  private Logging() {}

  /** Sets the log up. Nothing may have logged, or touched the JDK's log manager, before. */
  static void oneLineEach() {
    System.setProperty("java.util.logging.manager", LastingLogManager.class.getName());
    try (var settings = Logging.class.getResourceAsStream("logging.properties")) {
      LogManager.getLogManager().readConfiguration(settings);
      Logger.getLogger("").getHandlers(); // makes them now; after a signal the JDK makes none
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
