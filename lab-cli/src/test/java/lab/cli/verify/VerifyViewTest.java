package lab.cli.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lab.load.engine.LaneProgress;
import lab.load.engine.Progress;
import lab.load.sample.Outcome;
import lab.load.sample.Percentiles;
import lab.run.Gauges;
import lab.run.RunProgress;
import org.junit.jupiter.api.Test;

class VerifyViewTest {
  private static RunProgress progress() {
    var lane =
        new LaneProgress(
            "check",
            "/check_feed",
            600,
            290,
            3,
            0,
            Map.of(Outcome.OK, 120L, Outcome.BAD_GATEWAY, 167L),
            Percentiles.NONE);
    return new RunProgress(
        RunProgress.Phase.LOAD,
        new Progress(Duration.ofSeconds(3), Duration.ofSeconds(6), List.of(lane), false),
        new Gauges(),
        Optional.empty());
  }

  /** A screen reader says "full block" for every eighth of a bar. */
  @Test
  void withoutAScreenThatMovesProgressIsToldInWords() {
    var lines = new ArrayList<String>();
    var view = new VerifyView(Optional.empty(), lines::add, _ -> {});
    view.says("starting the servers");
    view.plays("yours", progress());
    assertThat(lines)
        .containsExactly(
            "  now   starting the servers", "  now   yours: second 3.0 of 6.0, 290 sent, 120 fine");
  }

  @Test
  void onAScreenItIsABar() {
    assertThat(VerifyView.line("yours", progress())).contains("██████████ ", "290 sent, 120 fine");
  }
}
