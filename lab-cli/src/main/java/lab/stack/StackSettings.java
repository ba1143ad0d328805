package lab.stack;

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

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}
