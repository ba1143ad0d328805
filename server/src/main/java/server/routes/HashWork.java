package server.routes;

import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.UUID;
import java.util.concurrent.Executors;

/**
 * CPU-bound work: a random name is hashed with SHA-256, and the digest again, many times over.
 *
 * @param iterations rounds; at least 1
 */
public record HashWork(long iterations) {
  private static final Duration WARM_UP = Duration.ofMillis(600);
  private static final int SAMPLE_ITERATIONS = 20_000;
  private static final Duration SAMPLING = Duration.ofSeconds(1);

  /** Does the work and says what came out. */
  String json() {
    var name = UUID.randomUUID().toString();
    return "{\"name\":\"%s\",\"digest\":\"%s\",\"iterations\":%d}\n"
        .formatted(name, digest(name), iterations);
  }

  /** The digest of a name after all rounds, in hex. */
  String digest(String name) {
    try {
      var sha = MessageDigest.getInstance("SHA-256");
      var digest = sha.digest(name.getBytes(StandardCharsets.UTF_8));
      for (long round = 1; round < iterations; round++) {
        sha.update(digest);
        sha.digest(digest, 0, digest.length);
      }
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException | DigestException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }

  /**
   * Rounds that take about a given processor time in this JVM with its flags, when warm, while
   * every other processor hashes too: processors that share a core slow each other, and under load
   * none is alone.
   *
   * <p>The median of a second's samples counts: the processors of a virtual machine are quick at
   * one moment and slow at the next, and a load has to live with what they mostly are.
   *
   * @return at least 1
   */
  public static HashWork lasting(Duration time) {
    var sample = new HashWork(SAMPLE_ITERATIONS);
    var neighbours = Executors.newCachedThreadPool();
    try {
      for (int processor = 1; processor < Runtime.getRuntime().availableProcessors(); processor++) {
        neighbours.execute(() -> {
          while (!Thread.currentThread().isInterrupted()) {
            sample.digest("neighbour");
          }
        });
      }
      double nanosPerRound = sample.usual() / (double) SAMPLE_ITERATIONS;
      return new HashWork(Math.max(1, Math.round(time.toNanos() / nanosPerRound)));
    } finally {
      neighbours.shutdownNow();
    }
  }

  /** What the work mostly costs this thread, in nanoseconds of the processor; at least 1. */
  private long usual() {
    var clock = ManagementFactory.getThreadMXBean();
    repeat(WARM_UP, () -> digest("warm-up"));
    var taken = new ArrayList<Long>();
    repeat(
        SAMPLING,
        () -> {
          long begin = clock.getCurrentThreadCpuTime();
          digest("sample");
          taken.add(clock.getCurrentThreadCpuTime() - begin);
        });
    Collections.sort(taken);
    return Math.max(1, taken.get(taken.size() / 2));
  }

  /** At least once. */
  private static void repeat(Duration time, Runnable work) {
    long end = System.nanoTime() + time.toNanos();
    do {
      work.run();
    } while (System.nanoTime() < end);
  }
}
