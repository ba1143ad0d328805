package server.prefork;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** A worker's signs of life for its arbiter. */
final class Heart {
  /** What the arbiter takes for a sign of life; no text contains it. */
  static final int BEAT = 0;

  private static final System.Logger LOG = System.getLogger(Heart.class.getName());

  private final OutputStream arbiter;
  private final Runnable whenArbiterIsGone;

  /**
   * @param arbiter takes the beats
   * @param whenArbiterIsGone what to do when nobody does any more
   */
  Heart(OutputStream arbiter, Runnable whenArbiterIsGone) {
    this.arbiter = arbiter;
    this.whenArbiterIsGone = whenArbiterIsGone;
  }

  /** Beats at each period in which the worker is free, on a thread of its own. */
  void start(Duration period, BooleanSupplier isFree) {
    Thread.ofPlatform().name("heart").daemon().start(() -> beatWhileFree(period, isFree));
  }

  private void beatWhileFree(Duration period, BooleanSupplier isFree) {
    try {
      while (true) {
        if (isFree.getAsBoolean()) {
          beat();
        }
        TimeUnit.NANOSECONDS.sleep(period.toNanos());
      }
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
    }
  }

  void beat() {
    try {
      arbiter.write(BEAT);
    } catch (IOException nobodyReads) {
      LOG.log(Level.INFO, "the arbiter is gone: {0}", nobodyReads.getMessage());
      whenArbiterIsGone.run();
    }
  }
}
