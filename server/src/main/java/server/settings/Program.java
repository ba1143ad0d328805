package server.settings;

/**
 * A program that serves until it is closed.
 *
 * <p>{@link #close} lets running requests finish within the grace it was started with.
 */
public interface Program extends AutoCloseable {
  /** The port that it listens on, never 0. */
  int port();

  @Override
  void close();
}
