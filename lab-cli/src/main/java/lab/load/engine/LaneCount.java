package lab.load.engine;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import lab.load.plan.Lane;
import lab.load.sample.Cause;
import lab.load.sample.Failure;
import lab.load.sample.Outcome;
import lab.load.sample.Percentiles;
import lab.load.sample.Sample;
import org.HdrHistogram.Histogram;

/** The live counters of one lane. */
final class LaneCount {
  private static final int DIGITS = 3;
  private static final long SECOND = 1_000_000_000L;

  private final Lane lane;
  private final long planned;
  private final LongAdder sent = new LongAdder();
  private final LongAdder ticks = new LongAdder();
  private final Map<Outcome, Long> outcomes = new EnumMap<>(Outcome.class);
  private final Histogram thisSecond = new Histogram(DIGITS);
  private long second = Long.MIN_VALUE;
  private Percentiles lastSecond = Percentiles.NONE;
  private long ended;

  LaneCount(Lane lane, long planned) {
    this.lane = lane;
    this.planned = planned;
  }

  void sent() {
    sent.increment();
  }

  void tick() {
    ticks.increment();
  }

  synchronized void ended(Sample sample) {
    outcomes.merge(sample.outcome(), 1L, Long::sum);
    turnTo(sample.moments().end());
    thisSecond.recordValue(Math.max(0, sample.moments().responseNanos()));
    if (sample.failure().map(Failure::cause).filter(Cause.CAP::equals).isEmpty()) {
      ended++;
    }
  }

  synchronized LaneProgress progress(long nowNanos) {
    turnTo(nowNanos);
    long let = sent.sum();
    return new LaneProgress(
        lane.name(),
        lane.route(),
        planned,
        let,
        Math.max(0, let - ended),
        ticks.sum(),
        outcomes,
        lastSecond);
  }

  private void turnTo(long nanos) {
    long now = Math.floorDiv(nanos, SECOND);
    if (now > second) {
      lastSecond = now == second + 1 ? Percentiles.of(thisSecond) : Percentiles.NONE;
      thisSecond.reset();
      second = now;
    }
  }
}
