package server.feed;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import server.settings.Speed;

/**
 * What the feed is told.
 *
 * @param host address to listen on
 * @param port 0 chooses a free one
 * @param backlog connections that the kernel may hold before they are accepted
 * @param delays how long each poll takes
 * @param speed replay factor
 * @param control Unix domain socket that takes faults; empty for none
 * @param grace how long running polls may take to finish at the end, already scaled; not negative
 */
public record FeedSettings(
    String host,
    int port,
    int backlog,
    Delays delays,
    Speed speed,
    Optional<Path> control,
    Duration grace) {
  /** Refuses a negative grace. */
  public FeedSettings {
    if (grace.isNegative()) {
      throw new IllegalArgumentException("grace must not be negative");
    }
  }
}
