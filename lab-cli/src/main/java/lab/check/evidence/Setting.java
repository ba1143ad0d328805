package lab.check.evidence;

/**
 * How the application was set up.
 *
 * @param speed the replay factor k
 * @param cores of the machine; as many threads of virtual compute at once
 * @param syncWorkers processes of sync
 * @param poolThreads threads of pooled
 * @param minPollSeconds shortest answer of the feed, in real time
 * @param maxPollSeconds longest answer of the feed, in real time
 */
public record Setting(
    int speed,
    int cores,
    int syncWorkers,
    int poolThreads,
    double minPollSeconds,
    double maxPollSeconds) {

  /** How many requests a mode can compute for at the same time; 1 for a mode that is not known. */
  public int computing(String mode) {
    return switch (mode) {
      case "sync" -> syncWorkers;
      case "pooled" -> poolThreads;
      case "virtual" -> cores;
      default -> 1;
    };
  }

  public double meanPollSeconds() {
    return (minPollSeconds + maxPollSeconds) / 2;
  }

  /** Real time as it passes in a run, in nanoseconds. */
  public long nanosOf(double realSeconds) {
    return Math.round(realSeconds * 1e9 / speed);
  }
}
