package lab.load.sample;

/**
 * Takes samples while the run goes on, in the order in which requests end.
 *
 * <p>Called by one thread at a time, never by the thread of a request: a slow sink delays the
 * counters, not the traffic.
 */
@FunctionalInterface
public interface SampleSink {
  void accept(Sample sample);

  /** Both sinks, this one first. */
  default SampleSink and(SampleSink next) {
    return sample -> {
      accept(sample);
      next.accept(sample);
    };
  }
}
