package lab.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class TimeLimitTest {
  private static final Duration LONG = Duration.ofSeconds(20);
  private static final Duration SHORT = Duration.ofMillis(20);

  private final CountDownLatch never = new CountDownLatch(1);
  private final CountDownLatch begun = new CountDownLatch(1);
  private final AtomicBoolean ended = new AtomicBoolean();

  private String hang() throws InterruptedException {
    try {
      begun.countDown();
      never.await();
      return "never";
    } finally {
      ended.set(true);
    }
  }

  @Test
  void whatIsDoneInTimeIsGivenBack() throws Exception {
    assertThat(TimeLimit.within(() -> LONG, "quick", () -> "done")).contains("done");
  }

  @Test
  void whatRunsOverHasEndedWhenThatIsSaid() throws Exception {
    assertThat(TimeLimit.within(() -> SHORT, "slow", this::hang)).isEmpty();
    assertThat(ended).isTrue();
  }

  @Test
  void aLimitMayGrowWhileTheWorkGoesOn() throws Exception {
    var asked = new AtomicInteger();
    var done =
        TimeLimit.within(
            () -> asked.incrementAndGet() == 1 ? SHORT : LONG,
            "grows",
            () -> {
              while (asked.get() < 2) {
                Thread.onSpinWait();
              }
              return "done";
            });
    assertThat(done).contains("done");
  }

  /** The first limit is for a replay at speed 1; what speed there is shows once the stack is up. */
  @Test
  void aLimitMayShrinkWhileTheWorkGoesOn() throws Exception {
    var asked = new AtomicInteger();
    long begin = System.nanoTime();
    assertThat(
            TimeLimit.within(
                () -> asked.incrementAndGet() == 1 ? LONG : SHORT, "shrinks", this::hang))
        .isEmpty();
    assertThat(ended).isTrue();
    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(LONG.dividedBy(2));
  }

  @Test
  void failuresOfTheWorkComeThrough() {
    assertThatThrownBy(() ->
            TimeLimit.within(
                () -> LONG,
                "fails",
                () -> {
                  throw new IOException("disk");
                }))
        .isInstanceOf(IOException.class)
        .hasMessage("disk");
    assertThatThrownBy(() ->
            TimeLimit.within(
                () -> LONG,
                "fails",
                () -> {
                  throw new IllegalStateException("bug");
                }))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("bug");
  }

  @Test
  void whoeverWaitsCanBeStoppedAndTheWorkEndsToo() throws Exception {
    var stopped = new AtomicBoolean();
    var waiting =
        Thread.ofPlatform()
            .start(() -> {
              try {
                TimeLimit.within(() -> LONG, "stopped", this::hang);
              } catch (InterruptedException e) {
                stopped.set(ended.get());
              } catch (IOException e) {
                throw new AssertionError(e);
              }
            });
    begun.await();
    waiting.interrupt();
    waiting.join();
    assertThat(stopped).isTrue();
  }
}
