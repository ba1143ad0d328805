package lab.course.variation;

/**
 * The numbers of one incident, in real time.
 *
 * @param seed decides arrivals and the feed's delays
 * @param rate polls of {@code /check_feed} a second
 * @param minSeconds shortest answer of the feed
 * @param maxSeconds longest answer of the feed
 * @param workers processes of sync, as shipped
 * @param threads threads of pooled, as shipped
 * @param streams clients of {@code /stream_feed}
 * @param hashes requests to {@code /hash_me} a second
 */
public record Variation(
    long seed,
    int rate,
    int minSeconds,
    int maxSeconds,
    int workers,
    int threads,
    int streams,
    int hashes) {
  /** The share of the root of the mean that is added to it: see {@link #plan}. */
  private static final double HEADROOM = 0.6;

  /**
   * Refuses numbers with which a wrong answer could pass or a right one fail.
   *
   * @throws IllegalArgumentException when one of them does not hold
   */
  public Variation {
    require(0 <= minSeconds && minSeconds < maxSeconds, "the feed's delays are mixed up");
    // Twice the offered load is a whole number, and so is compared exactly.
    int twice = rate * (minSeconds + maxSeconds);
    require(2 * streams >= 3 * threads, "streams must be 1.5 times the threads or more");
    require(twice >= 8 * workers, "the offered load must be 4 times the workers or more");
    require(10 * twice <= 14 * threads, "the offered load must be 0.7 of the threads or less");
    require(hashes >= 1, "somebody must ask for a hash");
  }

  /** The numbers of the original incident. */
  public static Variation original() {
    return new Variation(1, 10, 0, 5, 2, 40, 80, 3);
  }

  /** Mean answer time of the feed, in seconds. */
  public double meanSeconds() {
    return (minSeconds + maxSeconds) / 2.0;
  }

  /** Offered load: polls in flight on average if none had to wait; a demand, not a capacity. */
  public double offered() {
    return rate * meanSeconds();
  }

  /** Polls a second that sync can finish. */
  public double syncCapacity() {
    return workers / meanSeconds();
  }

  /** Polls a second that pooled can finish. */
  public double poolCapacity() {
    return threads / meanSeconds();
  }

  /** Polls by which the queue before sync grows each second. */
  public double growth() {
    return rate - syncCapacity();
  }

  /**
   * Pool threads for the polls alone: the offered load and 0.6 of its square root, rounded up.
   *
   * <p>Source: S. Halfin and W. Whitt, Heavy-Traffic Limits for Queues with Many Exponential
   * Servers, Operations Research 29(3), 1981: with {@code n = a + β·√a} servers the share that has
   * to wait depends on β alone.
   */
  public int plan() {
    return (int) Math.ceil(offered() + HEADROOM * Math.sqrt(offered()));
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}
