package lab.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalLong;
import lab.stack.Program;
import lab.stack.events.ProgramEvent;
import lab.stack.events.ProgramEvent.Begun;
import lab.stack.events.ProgramEvent.Gauge;
import lab.stack.events.ProgramEvent.Origin;
import lab.stack.events.ProgramEvent.Worker;
import org.junit.jupiter.api.Test;

class GaugesTest {
  private static final long MB = 1024 * 1024;

  private final Gauges gauges = new Gauges();

  @Test
  void aModeWeighsWhatItsProcessesTakeTogether() {
    gauges.add(List.of(weighs(1, 60), weighs(2, 80), weighs(1, 90)));
    assertThat(gauges.of(Program.SYNC).rssBytes()).isEqualTo(170 * MB);
  }

  @Test
  void aKilledWorkerThatIsBeingReplacedDoesNotMakeTheModeLighter() {
    gauges.add(List.of(weighs(1, 60), weighs(2, 80), killed(2), weighs(1, 60)));
    assertThat(gauges.of(Program.SYNC))
        .satisfies(sync -> {
          assertThat(sync.rssBytes()).isEqualTo(140 * MB);
          assertThat(sync.workersKilled()).isEqualTo(1);
        });
  }

  @Test
  void aKilledWorkerHoldsNoSlotAndIsNotInFlight() {
    gauges.add(List.of(new Begun(of(2), "worker-2", "nonce", "/stream_feed"), killed(2)));
    assertThat(gauges.of(Program.SYNC))
        .satisfies(sync -> {
          assertThat(sync.inFlight()).isZero();
          assertThat(sync.mostInFlight()).isEqualTo(1);
        });
  }

  private static ProgramEvent weighs(long pid, long megabytes) {
    return new Gauge(
        of(pid),
        OptionalLong.empty(),
        OptionalLong.empty(),
        OptionalLong.empty(),
        OptionalLong.empty(),
        OptionalLong.of(megabytes * MB),
        OptionalLong.empty(),
        0);
  }

  private static ProgramEvent killed(long worker) {
    return new Worker(of(1), "killed", "worker-2", worker, "silent");
  }

  private static Origin of(long pid) {
    return new Origin(0, "sync", "worker", pid);
  }
}
