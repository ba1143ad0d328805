package server.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.logging.LogManager;

/** The log: standard error, one line for each message, no stack traces. */
final class Logging {
  private Logging() {}

  static void oneLineEach() {
    try (var settings = Logging.class.getResourceAsStream("logging.properties")) {
      LogManager.getLogManager().readConfiguration(settings);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
