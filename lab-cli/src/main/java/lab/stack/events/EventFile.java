package lab.stack.events;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import lab.problem.Problem;
import lab.problem.ProblemException;

/**
 * The file that keeps what the programs of one stack report, from its start to its end.
 *
 * @param path of the file
 */
public record EventFile(Path path) {
  private static final long MEGABYTE = 1024 * 1024;

  /** A run of a few minutes reports a few dozen megabytes. */
  private static final long FULL_FOR_RUNS_BYTES = 256 * MEGABYTE;

  /**
   * How large the file may grow.
   *
   * @param gaugeBytes beyond this it takes no gauges
   * @param bytes beyond this it takes nothing
   */
  public record Limits(long gaugeBytes, long bytes) {
    /** What a checkout's disk is asked for, at most. */
    public static final Limits USUAL = new Limits(448 * MEGABYTE, 512 * MEGABYTE);

    public Limits {
      if (gaugeBytes < 0 || bytes < gaugeBytes) {
        throw new IllegalArgumentException("gauges must end before the file does");
      }
    }
  }

  /**
   * Makes sure that what a run is about to cause will all be kept, for without it a run could say
   * nothing true about queues and slots.
   *
   * @throws ProblemException when the stack has reported so much already that it may not be
   */
  public void demandRoomForARun() {
    if (!hasRoomForARun()) {
      throw new ProblemException(
          new Problem(
              "The stack that is up has been used so much that its record, of "
                  + size() / MEGABYTE
                  + " MB, may not hold another run.",
              path.toString(),
              "lab down, then again: a new stack begins a new record"));
    }
  }

  /** Whether what a run is about to cause will all be kept. */
  public boolean hasRoomForARun() {
    return size() <= FULL_FOR_RUNS_BYTES;
  }

  private long size() {
    try {
      return Files.size(path);
    } catch (IOException notThere) {
      return 0;
    }
  }
}
