package lab.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import lab.check.evidence.Arm;
import lab.check.evidence.Health;
import lab.check.evidence.Setting;
import lab.stack.StackSettings;
import org.junit.jupiter.api.Test;

class ControlsTest {
  private static final Controls.Key KEY =
      new Controls.Key("08-reroute", "incident", StackSettings.incident(10, 1));
  private static final Arm FIT = arm(new Health(0, 0, 0.5, true, 1));
  private static final Arm LATE = arm(new Health(0, 0, 0.5, false, 200));

  @Test
  void aSessionKeepsTheFirstFitControl() {
    var controls = Controls.ofSession();
    controls.keep(KEY, FIT);
    assertThat(controls.of(KEY)).contains(FIT);
    assertThat(controls.of(new Controls.Key("12", "incident", KEY.settings()))).isEmpty();
  }

  @Test
  void aControlFromAnUnfitMachineIsMeasuredAgain() {
    var controls = Controls.ofSession();
    controls.keep(KEY, LATE);
    assertThat(controls.of(KEY)).isEmpty();
  }

  @Test
  void oneVerificationBorrowsNothing() {
    var controls = Controls.ofOne();
    controls.keep(KEY, FIT);
    assertThat(controls.of(KEY)).isEmpty();
  }

  private static Arm arm(Health health) {
    return new Arm(
        "control",
        "labrun",
        Duration.ofSeconds(6),
        new Setting(10, 2, 2, 40, 0, 5),
        List.of(),
        List.of(),
        List.of(),
        Map.of(),
        Map.of(),
        Map.of(),
        health);
  }
}
