package lab.jshell.trial;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import lab.jshell.snippet.FeedPlan;
import lab.jshell.snippet.Scene;
import lab.jshell.snippet.Scene.SceneLimits;
import lab.jshell.vm.VmCalls;

/** Where a person tries code of an exercise by hand: the same feed and the same counts. */
public final class TrialRoom implements VmCalls, AutoCloseable {
  private static final long BEAT_MILLIS = 50;
  private static final SceneLimits LIMITS = new SceneLimits(8, 10, 10);

  private final CalmClock clock = new CalmClock();
  private final AtomicInteger numbers = new AtomicInteger();
  private final Supplier<OptionalInt> threads;
  private Optional<SceneHost> host = Optional.empty();

  /**
   * Opens the room.
   *
   * @param threads of the snippet's JVM now
   */
  public TrialRoom(Supplier<OptionalInt> threads) {
    this.threads = threads;
  }

  /**
   * Prepares a scene; the one before it ends.
   *
   * @param requests 1 to 2000
   * @return its id
   */
  public synchronized String open(int requests) {
    close(host);
    var id = "trial-" + numbers.incrementAndGet();
    var scene =
        new Scene(id, "", requests, new FeedPlan.Hold(requests), 0, OptionalInt.empty(), LIMITS);
    host = Optional.of(new SceneHost(scene, BEAT_MILLIS, clock.executor(), threads));
    return id;
  }

  private static void close(Optional<SceneHost> host) {
    host.ifPresent(SceneHost::close);
  }

  private synchronized Optional<SceneHost> host() {
    return host;
  }

  @Override
  public void ask(long number, String verb, List<String> arguments, Reply reply) {
    host()
        .ifPresentOrElse(
            scene -> scene.ask(number, verb, arguments, reply),
            () -> reply.failed("there is no trial: trial(12, scene -> ...) opens one"));
  }

  @Override
  public void tell(String verb, List<String> arguments) {
    host().ifPresent(scene -> scene.tell(verb, arguments));
  }

  @Override
  public synchronized void close() {
    close(host);
    clock.close();
  }
}
