package server.routes;

import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.UUID;

/**
 * CPU-bound work: a random name is hashed with SHA-256, and the digest again, many times over.
 *
 * @param iterations rounds; at least 1
 */
public record HashWork(long iterations) {
  private static final Duration WARM_UP = Duration.ofMillis(600);
  private static final int SAMPLE_ITERATIONS = 20_000;
  private static final int SAMPLES = 15;

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
   * Rounds that take about a given processor time in this JVM with its flags, when warm.
   *
   * <p>The fastest of several samples of this thread's processor time counts, so that neighbours on
   * a busy machine do not make the work lighter.
   *
   * @return at least 1
   */
  public static HashWork lasting(Duration time) {
    var sample = new HashWork(SAMPLE_ITERATIONS);
    var clock = ManagementFactory.getThreadMXBean();
    long warmAt = System.nanoTime() + WARM_UP.toNanos();
    while (System.nanoTime() < warmAt) {
      sample.digest("warm-up");
    }
    long fastest = Long.MAX_VALUE;
    for (int taken = 0; taken < SAMPLES; taken++) {
      long begin = clock.getCurrentThreadCpuTime();
      sample.digest("sample");
      fastest = Math.min(fastest, clock.getCurrentThreadCpuTime() - begin);
    }
    double nanosPerRound = Math.max(1, fastest) / (double) SAMPLE_ITERATIONS;
    return new HashWork(Math.max(1, Math.round(time.toNanos() / nanosPerRound)));
  }
}
