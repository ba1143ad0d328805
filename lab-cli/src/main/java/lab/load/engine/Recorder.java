package lab.load.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import lab.load.sample.Sample;
import lab.load.sample.SampleSink;

/**
 * Carries samples from the requests' threads to the counters and the sink, in batches, on a thread
 * of its own: neither a disk nor a display ever holds up the traffic.
 */
final class Recorder implements Runnable {
  private static final long PAUSE_NANOS = 20_000_000L;

  private final ConcurrentLinkedQueue<Sample> queue = new ConcurrentLinkedQueue<>();
  private final Map<String, LaneCount> counts;
  private final SampleSink sink;
  private final List<RuntimeException> refusals = new ArrayList<>();
  private volatile boolean complete;

  Recorder(Map<String, LaneCount> counts, SampleSink sink) {
    this.counts = counts;
    this.sink = sink;
  }

  void add(Sample sample) {
    queue.add(sample);
  }

  /** No sample comes after this. */
  void complete() {
    complete = true;
  }

  @Override
  public void run() {
    boolean last;
    do {
      LockSupport.parkNanos(PAUSE_NANOS);
      last = complete;
      for (var sample = queue.poll(); sample != null; sample = queue.poll()) {
        record(sample);
      }
    } while (!last);
  }

  /** What the sink threw first, once the run is complete. */
  Optional<RuntimeException> refusal() {
    return refusals.stream().findFirst();
  }

  private void record(Sample sample) {
    Optional.ofNullable(counts.get(sample.lane())).orElseThrow().ended(sample);
    if (refusals.isEmpty()) {
      try {
        sink.accept(sample);
      } catch (RuntimeException e) {
        refusals.add(e);
      }
    }
  }
}
