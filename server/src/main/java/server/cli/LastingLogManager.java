package server.cli;

import java.util.logging.LogManager;

/** Keeps the log open after a signal, when the JDK's own manager closes it at once. */
public final class LastingLogManager extends LogManager {
  /** Called by the JDK. */
  public LastingLogManager() {}

  @Override
  public void reset() {}
}
