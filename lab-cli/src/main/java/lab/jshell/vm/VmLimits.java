package lab.jshell.vm;

import java.util.OptionalInt;

/**
 * How much a learner's JVM may take.
 *
 * @param heapMegabytes largest heap
 * @param stackKilobytes stack of each thread
 * @param cpuSeconds processor time in all, a backstop that holds even when the lab is gone; empty
 *     for none
 * @param threads of the operating system; more end the JVM
 * @param printedBytes what it may print before the rest is left out
 */
public record VmLimits(
    int heapMegabytes, int stackKilobytes, OptionalInt cpuSeconds, int threads, int printedBytes) {
  /** For a graded file. */
  public static final VmLimits GRADED = new VmLimits(64, 512, OptionalInt.of(60), 300, 64 * 1024);

  /** For a person who tries things. */
  public static final VmLimits INTERACTIVE =
      new VmLimits(128, 512, OptionalInt.empty(), 3000, 64 * 1024);
}
