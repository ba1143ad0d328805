package lab.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import lab.load.plan.Arrivals;
import lab.load.plan.Connection;
import lab.load.plan.Lane;
import lab.load.plan.Patience;
import lab.load.plan.Plan;
import lab.stack.Program;
import lab.stack.StackSettings;
import org.junit.jupiter.api.Test;

class RecoveryForecastTest {
  private static final StackSettings SETTINGS = StackSettings.incident(10, 1);

  @Test
  void eachModeWorksOffWhatWaitsWithTheSlotsThatItHas() {
    var forecast = RecoveryForecast.of(checks(), SETTINGS);
    assertThat(forecast.meanServiceSeconds()).isEqualTo(0.25);
    assertThat(forecast.slots()).isEqualTo(Map.of(Program.SYNC, 2, Program.POOLED, 40));
  }

  @Test
  void aLoopThatBlocksHasOneSlot() {
    var forecast = RecoveryForecast.of(checks(), SETTINGS.withBlockingFeed(true));
    assertThat(forecast.slots()).containsEntry(Program.ASYNC, 1);
  }

  private static Plan checks() {
    var length = Duration.ofSeconds(9);
    var lane =
        new Lane.Requests(
            "check",
            "/check_feed",
            100,
            Arrivals.CONSTANT,
            Connection.NEW,
            Patience.of(length),
            Duration.ZERO,
            length);
    return new Plan(List.of(lane), length, 1);
  }
}
