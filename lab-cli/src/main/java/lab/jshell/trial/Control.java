package lab.jshell.trial;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import lab.jshell.snippet.Scene;
import lab.jshell.vm.VmCalls;

/** The lab's own answer to a scene, against which a snippet's time is held. */
final class Control {
  private static final int PATIENCE_BEATS = 400;

  private Control() {}

  /**
   * Serves the scene with so many threads, each one request at a time.
   *
   * @return how long it took; empty when it did not end
   */
  static Optional<Long> millis(
      Scene scene, int width, long beatMillis, ScheduledExecutorService clock)
      throws InterruptedException {
    var host = new SceneHost(scene, beatMillis, clock, OptionalInt::empty);
    var numbers = new AtomicLong();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      ask(host, numbers, "scene.begin", List.of()).join();
      for (int i = 0; i < width; i++) {
        var _ = threads.submit(() -> serve(host, numbers));
      }
      var finished = ask(host, numbers, "scene.finish", List.of());
      finished.get(PATIENCE_BEATS * beatMillis, TimeUnit.MILLISECONDS);
      return Optional.of(host.evidence(Optional.empty()).millis());
    } catch (ExecutionException | TimeoutException e) {
      return Optional.empty();
    } finally {
      host.close();
    }
  }

  private static void serve(SceneHost host, AtomicLong numbers) {
    var request = ask(host, numbers, "scene.next", List.of()).join();
    while (!request.isEmpty()) {
      var number = request.getFirst();
      var word = ask(host, numbers, "feed.poll", List.of("", number, "")).join();
      host.tell("scene.answer", List.of("", number, word.getFirst(), "control"));
      request = ask(host, numbers, "scene.next", List.of()).join();
    }
  }

  private static CompletableFuture<List<String>> ask(
      SceneHost host, AtomicLong numbers, String verb, List<String> arguments) {
    var answer = new CompletableFuture<List<String>>();
    host.ask(
        numbers.incrementAndGet(),
        verb,
        arguments,
        new VmCalls.Reply() {
          @Override
          public void ok(List<String> fields) {
            answer.complete(fields);
          }

          @Override
          public void failed(String why) {
            answer.completeExceptionally(new IllegalStateException(why));
          }
        });
    return answer;
  }
}
