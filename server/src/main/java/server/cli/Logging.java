package server.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.logging.LogManager;

/** The log: standard error, one line for each message, no stack traces, to the very end. */
public final class Logging extends LogManager {
  /** Called by the JDK. */
  public Logging() {}

  static void oneLineEach() {
    System.setProperty("java.util.logging.manager", Logging.class.getName());
    try (var settings = Logging.class.getResourceAsStream("logging.properties")) {
      getLogManager().readConfiguration(settings);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** Keeps the handlers: the JDK resets them as soon as a signal comes, and we still log then. */
  @Override
  public void reset() {}
}
