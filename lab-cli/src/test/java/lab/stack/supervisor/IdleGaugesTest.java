package lab.stack.supervisor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class IdleGaugesTest {
  private long now = Duration.ofDays(1).toNanos();
  private final IdleGauges idle = new IdleGauges(() -> now);
  private final IdleGauges.OfProcess process = idle.process();

  @Test
  void stackThatWorksKeepsThemAll() {
    idle.noteWork();
    assertThat(keptIn(Duration.ofSeconds(30), "0", "0")).hasSize(120);
  }

  @Test
  void idleStackKeepsOneAMinuteOfEachProcess() {
    pass(Duration.ofMinutes(5));
    assertThat(keptIn(Duration.ofHours(1), "0", "0")).hasSizeBetween(59, 61);
    assertThat(idle.process().keeps(gauge("0", "0", 1))).isTrue();
  }

  @Test
  void idleDayTakesLittleMoreThanAMegabyteOfEveryProcess() {
    pass(Duration.ofMinutes(5));
    long bytes = keptIn(Duration.ofDays(1), "0", "0").stream().mapToLong(String::length).sum();
    assertThat(bytes).isLessThan(1_500_000);
  }

  @Test
  void otherCountIsKeptAtOnceHoweverIdle() {
    pass(Duration.ofMinutes(5));
    assertThat(process.keeps(gauge("0", "0", 1))).isTrue();
    assertThat(process.keeps(gauge("0", "0", 2))).isFalse();
    assertThat(process.keeps(gauge("0", "7", 3))).isTrue();
    assertThat(process.keeps(gauge("1", "7", 4))).isTrue();
    assertThat(process.keeps(gauge("1", "null", 5))).isTrue();
    assertThat(process.keeps(gauge("1", "null", 6))).isFalse();
  }

  @Test
  void firstRequestOfAnIdleStackBringsThemAllBack() {
    pass(Duration.ofHours(3));
    idle.noteWork();
    assertThat(keptIn(Duration.ofSeconds(10), "0", "0")).hasSize(40);
  }

  @Test
  void requestThatTalksOfGaugesIsNone() {
    assertThat(IdleGauges.isGauge(gauge("0", "0", 1))).isTrue();
    assertThat(
            IdleGauges.isGauge(
                "{\"at\":1795000000000000,\"event\":\"begun\",\"slot\":\"1\",\"request\":\"n1\","
                    + "\"method\":\"GET\",\"route\":\"/?\\\"event\\\":\\\"gauge\\\"\"}"))
        .isFalse();
  }

  private void pass(Duration time) {
    now += time.toNanos();
  }

  /** Four a second, as at speed 1; only processor time goes on. */
  private List<String> keptIn(Duration time, String inFlight, String backlog) {
    var kept = new ArrayList<String>();
    for (long at = 0; at < time.toMillis(); at += 250) {
      var gauge = gauge(inFlight, backlog, at);
      if (process.keeps(gauge)) {
        kept.add(gauge);
      }
      pass(Duration.ofMillis(250));
    }
    return kept;
  }

  private static String gauge(String inFlight, String backlog, long cpuMicros) {
    return "{\"at\":1795000000000000,\"event\":\"gauge\",\"in_flight\":%s,\"queued\":null,"
            .formatted(inFlight)
        + "\"backlog\":%s,\"cpu_micros\":%d,\"rss_bytes\":78000000,\"threads\":16,\"dropped\":0}"
            .formatted(backlog, cpuMicros);
  }
}
