package lab.nginx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import org.junit.jupiter.api.function.Executable;

/** Runs what must neither hang nor cost more than two seconds, however hostile its input. */
public final class Bounded {
  /** Of the processor, not of the clock: a busy machine makes nothing worse. */
  private static final Duration COST = Duration.ofSeconds(2);

  private static final Duration HANGS_AFTER = Duration.ofSeconds(60);

  private Bounded() {}

  /**
   * Runs a piece of work within its bounds.
   *
   * @param input what it is run on, as far as a person wants to read it
   */
  public static void run(String input, Executable work) {
    assertTimeoutPreemptively(
        HANGS_AFTER,
        () -> {
          var threads = ManagementFactory.getThreadMXBean();
          long before = threads.getCurrentThreadCpuTime();
          work.execute();
          assertThat(Duration.ofNanos(threads.getCurrentThreadCpuTime() - before))
              .as(input)
              .isLessThan(COST);
        },
        () -> "hangs: " + input);
  }
}
