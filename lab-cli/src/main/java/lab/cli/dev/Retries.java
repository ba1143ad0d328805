package lab.cli.dev;

import java.io.IOException;
import java.util.function.Consumer;

/**
 * Begins something anew, each time at half the speed, while the machine is too busy to tell.
 *
 * <p>A machine that is too busy for a replay may well be quick enough for a slower one. What other
 * programs want of it, they want at every speed, but they may be gone in a moment: beside them the
 * same is tried once more, and nothing is after that until something could be told again.
 */
final class Retries {
  private final int most;
  private final Consumer<String> progress;
  private boolean crowdStays;

  /**
   * What came of one try.
   *
   * @param result what was found out
   * @param told whether it could be told at all
   * @param crowded whether other programs wanted the machine meanwhile
   */
  record Tried<T>(T result, boolean told, boolean crowded) {}

  /** Something that can be tried at any replay factor. */
  interface Attempt<T> {
    Tried<T> at(int speed) throws IOException, InterruptedException;
  }

  /** The replay factor that the next attempt is begun at: the last one that something came of. */
  static final class Pace {
    private int speed;

    Pace(int speed) {
      this.speed = speed;
    }
  }

  /**
   * @param most tries of one attempt, at least 1
   * @param progress is told of each further try
   */
  Retries(int most, Consumer<String> progress) {
    this.most = most;
    this.progress = progress;
  }

  /** The result of the first try that could be told, or of the last one. */
  <T> T run(Pace pace, Attempt<T> attempt) throws IOException, InterruptedException {
    int speed = pace.speed;
    for (int at = 1; ; at++) {
      var tried = attempt.at(speed);
      if (tried.told()) {
        pace.speed = speed;
        crowdStays = false;
      }
      if (tried.told() || (tried.crowded() && crowdStays) || at == most) {
        return tried.result();
      }
      crowdStays = tried.crowded();
      if (!crowdStays) {
        speed = Math.max(1, speed / 2);
      }
      progress.accept(
          crowdStays
              ? "other programs wanted the machine: try %d of %d".formatted(at + 1, most)
              : "the machine was too busy to tell: try %d of %d, at speed %d"
                  .formatted(at + 1, most, speed));
    }
  }
}
