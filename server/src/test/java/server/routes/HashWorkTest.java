package server.routes;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class HashWorkTest {
  @Test
  void eachRoundHashesTheDigestOfTheLast() throws Exception {
    var sha = MessageDigest.getInstance("SHA-256");
    var once = sha.digest("name".getBytes(StandardCharsets.UTF_8));
    assertThat(new HashWork(1).digest("name")).isEqualTo(HexFormat.of().formatHex(once));
    var twice = sha.digest(once);
    assertThat(new HashWork(2).digest("name")).isEqualTo(HexFormat.of().formatHex(twice));
  }

  /** Who measures in peace promises a time that nothing keeps once all processors are at work. */
  @Test
  void itIsMeasuredBesideAsManyOthersAsThereAreProcessorsLeft() {
    var threads = ManagementFactory.getThreadMXBean();
    long before = threads.getTotalStartedThreadCount();
    assertThat(HashWork.lasting(Duration.ofMillis(1)).iterations()).isPositive();
    int others = Runtime.getRuntime().availableProcessors() - 1;
    assertThat(threads.getTotalStartedThreadCount()).isGreaterThanOrEqualTo(before + others);
  }
}
