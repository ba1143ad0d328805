package lab.lint.site;

import java.time.Duration;

/**
 * A path of the application and how it behaves.
 *
 * @param path such as {@code /check_feed}
 * @param kind how it answers
 * @param quiet the longest time for which it may send nothing
 */
public record Route(String path, Kind kind, Duration quiet) {
  /** How a route answers. */
  public enum Kind {
    /** At once. */
    QUICK,
    /** After work or a wait. */
    SLOW,
    /** Bit by bit, without end. */
    STREAM
  }

  public boolean isStream() {
    return kind == Kind.STREAM;
  }

  public boolean isSlow() {
    return kind == Kind.SLOW;
  }
}
