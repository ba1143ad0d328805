package server.settings;

import java.net.URI;
import java.time.Duration;

/**
 * What every mode is told.
 *
 * @param host address to listen on
 * @param port 0 chooses a free one
 * @param backlog connections that the kernel may hold before they are accepted; at least 1
 * @param feed where to poll, host and port only
 * @param speed replay factor
 * @param hashIterations rounds of {@code /hash_me}; at least 1
 * @param run nonce of the run, sent back in every answer; empty for none
 * @param grace how long running requests may take to finish at the end, already scaled; not
 *     negative
 */
public record ModeSettings(
    String host,
    int port,
    int backlog,
    URI feed,
    Speed speed,
    long hashIterations,
    String run,
    Duration grace) {
  /** Refuses numbers out of range and a feed address without host or port. */
  public ModeSettings {
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("port must lie in 0 to 65535, not " + port);
    }
    if (backlog < 1) {
      throw new IllegalArgumentException("backlog must be at least 1, not " + backlog);
    }
    if (hashIterations < 1) {
      throw new IllegalArgumentException(
          "hash iterations must be at least 1, not " + hashIterations);
    }
    if (grace.isNegative()) {
      throw new IllegalArgumentException("grace must not be negative");
    }
    if (feed.getHost() == null || feed.getPort() < 0) {
      throw new IllegalArgumentException("feed must look like http://127.0.0.1:8100, not " + feed);
    }
  }

  public ModeSettings withHashIterations(long rounds) {
    return new ModeSettings(host, port, backlog, feed, speed, rounds, run, grace);
  }
}
