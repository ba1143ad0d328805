package server.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class SlotsTest {
  @Test
  void theLowestFreeNumberIsTakenAgain() {
    var slots = Slots.lowestFree();
    assertThat(slots.take()).isEqualTo("1");
    assertThat(slots.take()).isEqualTo("2");
    assertThat(slots.take()).isEqualTo("3");
    slots.release("2");
    assertThat(slots.take()).isEqualTo("2");
    assertThat(slots.take()).isEqualTo("4");
  }

  @Test
  void aPoolThreadKeepsItsNumberAndBearsIt() throws Exception {
    var slots = Slots.poolThreads();
    try (var one = Executors.newSingleThreadExecutor();
        var two = Executors.newSingleThreadExecutor()) {
      assertThat(one.submit(slots::take).get()).isEqualTo("1");
      assertThat(two.submit(slots::take).get()).isEqualTo("2");
      assertThat(one.submit(slots::take).get()).isEqualTo("1");
      assertThat(two.submit(() -> Thread.currentThread().getName()).get()).isEqualTo("pool-2");
    }
  }

  @Test
  void aWorkerHasOneSlot() {
    assertThat(Slots.worker(4).take()).isEqualTo("4");
  }
}
