package lab.stack.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class NeighboursTest {
  @Test
  void whatOthersWantIsAShareOfTheProcessorsAndMayBeMoreThanAll() {
    try (var neighbours = new Neighbours(2)) {
      assertThat(neighbours.demand()).isZero();
      neighbours.count(6, 2);
      neighbours.count(5, 1);
      assertThat(neighbours.demand()).isEqualTo(2);
      neighbours.count(1, 1);
      neighbours.count(3, 3);
      assertThat(neighbours.demand()).isEqualTo(1);
    }
  }

  @Test
  void processorsAreThoseOfTheTableThatCountsTheThreads() {
    var host = List.of("cpu  9 9", "cpu0 4 4", "cpu1 5 5", "cpu10 0 0", "procs_running 7");
    assertThat(Neighbours.processors(host)).isEqualTo(3);
    assertThat(Neighbours.processors(List.of())).as("no such table").isEqualTo(1);
  }

  @Test
  void aProcessThatHasEndedWantsNothing() throws Exception {
    var ended = new ProcessBuilder("true").start();
    ended.waitFor();
    assertThat(Neighbours.runnable(ended.pid())).isZero();
  }

  @Test
  @Timeout(60)
  void aThreadOfOursThatRunsAndAChildThatNeverWaitsAreOurs() throws Exception {
    assertThat(Neighbours.ours()).isPositive();
    var child = new ProcessBuilder("sh", "-c", "while :; do :; done").start();
    try {
      while (Neighbours.runnable(child.pid()) == 0) {
        Thread.onSpinWait();
      }
      assertThat(ProcFiles.ours()).contains(child.toHandle());
    } finally {
      child.destroyForcibly().waitFor();
    }
  }
}
