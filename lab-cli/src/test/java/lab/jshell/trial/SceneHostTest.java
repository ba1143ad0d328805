package lab.jshell.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.Executors;
import lab.jshell.snippet.FeedPlan;
import lab.jshell.snippet.Scene;
import lab.jshell.vm.VmCalls;
import org.junit.jupiter.api.Test;

class SceneHostTest {
  private static final long BEAT_MILLIS = 1;
  private static final Duration LIMIT = Duration.ofSeconds(20);

  private static final VmCalls.Reply NOBODY =
      new VmCalls.Reply() {
        @Override
        public void ok(List<String> fields) {}

        @Override
        public void failed(String why) {}
      };

  /** A snippet that asked on and on once kept a grader for as long as a scene may last. */
  @Test
  void whoAsksForMoreWhenThereIsNoMoreMakesNoProgress() {
    try (var clock = Executors.newSingleThreadScheduledExecutor()) {
      var scene =
          new Scene(
              "queue",
              "serve(scene.requests())",
              2,
              new FeedPlan.Steady(1),
              0,
              OptionalInt.empty(),
              Scene.SceneLimits.NONE);
      var host = new SceneHost(scene, BEAT_MILLIS, clock, OptionalInt::empty);
      host.ask(1, "scene.begin", List.of("queue"), NOBODY);
      long end = System.nanoTime() + LIMIT.toNanos();
      while (!host.isOver() && System.nanoTime() < end) {
        host.ask(2, "scene.next", List.of("queue"), NOBODY);
        Thread.onSpinWait();
      }
      boolean over = host.isOver();
      host.close();
      assertThat(over).isTrue();
    }
  }
}
