package server.cli;

import java.util.logging.Filter;
import java.util.logging.LogRecord;

/** Keeps out of the log what the program itself says in one line with the next step. */
public final class KnownFailures implements Filter {
  /** Called by the JDK. */
  public KnownFailures() {}

  @Override
  public boolean isLoggable(LogRecord logged) {
    return !"Failed to start Javalin".equals(logged.getMessage());
  }
}
