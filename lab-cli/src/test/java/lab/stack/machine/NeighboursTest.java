package lab.stack.machine;

import static org.assertj.core.api.Assertions.assertThat;

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
  @Timeout(60)
  void aThreadOfOursThatRunsAndAChildThatNeverWaitsAreOurs() throws Exception {
    assertThat(Neighbours.ours()).isPositive();
    var child = new ProcessBuilder("sh", "-c", "while :; do :; done").start();
    try {
      while (Neighbours.ours() < 2) {
        Thread.onSpinWait();
      }
    } finally {
      child.destroyForcibly().waitFor();
    }
  }
}
