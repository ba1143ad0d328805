package lab.jshell.trial;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.Executor;
import lab.jshell.snippet.FeedPlan;
import lab.jshell.vm.VmCalls;

/**
 * The slow feed of a scene, in the lab's own process. Whoever calls it holds the scene's lock.
 *
 * <p>Where it can, it counts instead of timing: it holds every poll until so many wait at once, so
 * that a slow machine changes how long a scene takes and not what is seen.
 */
final class FeedStub {
  /** How long a gate waits for one more poll before it gives up on it. */
  private static final int PATIENCE_BEATS = 30;

  private static final int SHORT_PATIENCE_BEATS = 2;

  private final FeedPlan plan;
  private final int requests;
  private final Executor afterABeat;
  private final Watch watch;
  private final Map<Integer, String> words = new HashMap<>();
  private final Map<Long, Poll> held = new LinkedHashMap<>();
  private final Map<Integer, Integer> pollsByRequest = new HashMap<>();
  private final TreeSet<Integer> released = new TreeSet<>();
  private int polls;
  private int taken;
  private int atOnce;
  private int turnedAway;
  private int cancelled;
  private int highest;
  private boolean inOrder = true;
  private boolean impatient;
  private long version;
  private int timers;

  private record Poll(int request, VmCalls.Reply reply) {}

  /** Who looks on. */
  interface Watch {
    /** A poll of a new request was taken and is held. */
    void held();

    /** Whether every prompt request that was sent has been answered. */
    boolean promptsDone();

    /** As many polls are held as were waited for. */
    void gateIsFull();
  }

  /**
   * Prepares a feed.
   *
   * @param requests that will be sent in all
   * @param afterABeat runs something a beat later, under the scene's lock
   */
  FeedStub(FeedPlan plan, int requests, Executor afterABeat, Watch watch) {
    this.plan = plan;
    this.requests = requests;
    this.afterABeat = afterABeat;
    this.watch = watch;
  }

  void word(int request, String word) {
    words.put(request, word);
  }

  boolean isWordOf(int request, String word) {
    return released.contains(request) && word.equals(words.get(request));
  }

  void poll(long number, int request, VmCalls.Reply reply) {
    if (!words.containsKey(request) || held.containsKey(number)) {
      reply.failed("there is no such request");
      return;
    }
    polls++;
    int nth = pollsByRequest.merge(request, 1, Integer::sum);
    inOrder &= nth > 1 || request == highest + 1;
    highest = Math.max(highest, request);
    if (plan instanceof FeedPlan.Guarded(var permits, var _) && held.size() >= permits) {
      turnedAway++;
      reply.failed("the feed is overloaded");
      return;
    }
    held.put(number, new Poll(request, reply));
    taken++;
    version++;
    atOnce = Math.max(atOnce, held.size());
    if (nth == 1) {
      watch.held();
    }
    act(number, nth);
  }

  private void act(long number, int nth) {
    switch (plan) {
      case FeedPlan.Hold(var until) -> gate(until);
      case FeedPlan.Steady(var beats) -> later(beats, () -> release(number, false));
      case FeedPlan.Hang() -> {}
      case FeedPlan.Guarded(var _, var failEvery) -> {
        boolean fails = failEvery > 0 && taken % failEvery == 0;
        later(1, () -> release(number, fails));
      }
      case FeedPlan.Flaky(var failures) -> later(1, () -> release(number, nth <= failures));
    }
  }

  private void later(int beats, Runnable work) {
    timers++;
    afterABeat.execute(() -> {
      timers--;
      if (beats <= 1) {
        work.run();
      } else {
        later(beats - 1, work);
      }
    });
  }

  /** Holds until enough polls wait, or no further one has come for long. */
  private void gate(int until) {
    if (held.size() >= Math.min(until, requests - released.size())) {
      watch.gateIsFull();
      long since = version;
      later(
          1,
          () -> {
            if (version == since) {
              releaseAll();
            }
          });
    } else {
      wait(impatient ? SHORT_PATIENCE_BEATS : PATIENCE_BEATS, version);
    }
  }

  private void wait(int beats, long since) {
    later(
        beats,
        () -> {
          if (version == since && !held.isEmpty()) {
            impatient = true;
            releaseAll();
          }
        });
  }

  /**
   * All that is held, once the title pages are answered; those are waited for as long as a poll.
   */
  private void releaseAll() {
    if (!watch.promptsDone() && !impatient) {
      wait(PATIENCE_BEATS, version);
      return;
    }
    for (var number : List.copyOf(held.keySet())) {
      release(number, false);
    }
  }

  void promptAnswered() {
    if (plan instanceof FeedPlan.Hold(var until)) {
      gate(until);
    }
  }

  private void release(long number, boolean failing) {
    Optional.ofNullable(held.remove(number))
        .ifPresent(poll -> {
          version++;
          if (failing) {
            poll.reply().failed("the feed failed");
          } else {
            released.add(poll.request());
            poll.reply().ok(List.of(words.getOrDefault(poll.request(), "")));
          }
        });
  }

  void cancel(long number) {
    if (held.remove(number) != null) {
      cancelled++;
      version++;
    }
  }

  void close() {
    held.values().forEach(poll -> poll.reply().failed("the scene is over"));
    held.clear();
  }

  boolean holdsAny() {
    return !held.isEmpty();
  }

  /** Whether it will do something by itself. */
  boolean willAct() {
    return timers > 0;
  }

  int polls() {
    return polls;
  }

  int atOnce() {
    return atOnce;
  }

  int turnedAway() {
    return turnedAway;
  }

  int cancelled() {
    return cancelled;
  }

  boolean inOrder() {
    return inOrder;
  }
}
