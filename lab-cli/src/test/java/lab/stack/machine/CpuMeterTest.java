package lab.stack.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class CpuMeterTest {
  private static final Offset<Double> NEARLY = Offset.offset(1e-9);

  @Test
  void whatIsNeitherIdleNorStolenNorOursWasTakenByOthers() {
    var before = CpuMeter.machine("cpu 100 0 50 800 50 0 0 0 0 0", 40).orElseThrow();
    var after = CpuMeter.machine("cpu 150 10 70 810 60 0 0 100 0 0", 70).orElseThrow();
    assertThat(after.idleShareSince(before)).isEqualTo(0.1, NEARLY);
    assertThat(after.stealShareSince(before)).isEqualTo(0.5, NEARLY);
    assertThat(after.othersShareSince(before)).isEqualTo(0.25, NEARLY);
  }

  @Test
  void aMachineThatDoesNotTellHasNoShares() {
    assertThat(CpuMeter.machine("cpu 1 2 3", 40)).isEmpty();
    var none = new CpuMeter(0, 0, 0, 0);
    assertThat(none.othersShareSince(none)).isZero();
  }

  @Test
  void aNameWithBlanksAndParenthesesIsNoField() {
    var line = "42 (a) b (c) S 1 1 1 0 -1 0 7 7 7 7 5 6 7 8 20 0 1 0 99";
    assertThat(CpuMeter.ownTicks(line)).isEqualTo(5 + 6 + 7 + 8);
    assertThat(CpuMeter.ownTicks("torn")).isZero();
  }

  /** Also after it has ended: its parent has its time then. */
  @Test
  @Timeout(60)
  void theTimeOfAChildIsOurs() throws IOException, InterruptedException {
    var before = CpuMeter.read();
    var child = new ProcessBuilder("sh", "-c", "i=0; while [ $i -lt 300000 ]; do i=$((i+1)); done");
    assertThat(child.start().waitFor(50, TimeUnit.SECONDS)).isTrue();
    assertThat(CpuMeter.read().ours()).isGreaterThan(before.ours() + 5);
  }
}
