package lab.stack;

import java.util.ArrayList;
import java.util.List;

/**
 * How the programs of a stack are set up.
 *
 * @param speed the replay factor k; 1 is real time
 * @param seed decides the feed's delays
 * @param syncWorkers processes of the preforked application, 1 to 16
 * @param poolThreads threads of the pooled application, 1 to 200
 * @param backlog connections that the kernel queues for sync
 * @param timeoutSeconds how long a sync worker may be silent, at speed 1
 * @param feedMinSeconds shortest answer of the feed, at speed 1
 * @param feedMaxSeconds longest answer of the feed, at speed 1
 * @param blockingFeed whether async runs the blocking handler on its event loop
 */
public record StackSettings(
    int speed,
    long seed,
    int syncWorkers,
    int poolThreads,
    int backlog,
    int timeoutSeconds,
    int feedMinSeconds,
    int feedMaxSeconds,
    boolean blockingFeed) {
  public StackSettings {
    require(speed >= 1 && speed <= 100, "speed must be 1 to 100");
    require(syncWorkers >= 1 && syncWorkers <= 16, "sync workers must be 1 to 16");
    require(poolThreads >= 1 && poolThreads <= 200, "pool threads must be 1 to 200");
    require(backlog >= 1, "the backlog must be positive");
    require(timeoutSeconds >= 1, "the worker timeout must be positive");
    require(
        0 <= feedMinSeconds && feedMinSeconds <= feedMaxSeconds, "the feed's delays are mixed up");
  }

  /** The setting of the incident, at a speed. */
  public static StackSettings incident(int speed, long seed) {
    return new StackSettings(speed, seed, 2, 40, 2048, 30, 0, 5, false);
  }

  /** Mean time of one poll of the feed at speed 1, in seconds. */
  public double meanPollSeconds() {
    return (feedMinSeconds + feedMaxSeconds) / 2.0;
  }

  public StackSettings atSpeed(int other) {
    return new StackSettings(
        other,
        seed,
        syncWorkers,
        poolThreads,
        backlog,
        timeoutSeconds,
        feedMinSeconds,
        feedMaxSeconds,
        blockingFeed);
  }

  /** The same with other numbers of processes and threads. */
  public StackSettings withSizes(int workers, int threads) {
    return new StackSettings(
        speed,
        seed,
        workers,
        threads,
        backlog,
        timeoutSeconds,
        feedMinSeconds,
        feedMaxSeconds,
        blockingFeed);
  }

  public StackSettings withBlockingFeed(boolean blocking) {
    return new StackSettings(
        speed,
        seed,
        syncWorkers,
        poolThreads,
        backlog,
        timeoutSeconds,
        feedMinSeconds,
        feedMaxSeconds,
        blocking);
  }

  /**
   * What another one has instead of what this one has, such as {@code sync workers 2 instead of 3};
   * its speed does not count, which says nothing about the application.
   */
  public List<String> differencesTo(StackSettings other) {
    var all = new ArrayList<String>();
    add(all, "sync workers", other.syncWorkers, syncWorkers);
    add(all, "pool threads", other.poolThreads, poolThreads);
    add(
        all,
        "feed",
        other.feedMinSeconds + "-" + other.feedMaxSeconds + " s",
        feedMinSeconds + "-" + feedMaxSeconds + " s");
    add(all, "backlog", other.backlog, backlog);
    add(all, "worker timeout", other.timeoutSeconds + " s", timeoutSeconds + " s");
    add(all, "blocking feed", other.blockingFeed, blockingFeed);
    add(all, "seed", other.seed, seed);
    return all;
  }

  private static void add(List<String> all, String what, Object there, Object here) {
    if (!there.equals(here)) {
      all.add("%s %s instead of %s".formatted(what, there, here));
    }
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}
