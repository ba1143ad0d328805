package lab.jshell.trial;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import lab.jshell.snippet.Scene;
import lab.jshell.snippet.SceneEvidence;
import lab.jshell.trial.Tally.End;
import lab.jshell.vm.VmCalls;

/**
 * The lab's end of one scene: hands out the requests, is told their ends, and counts.
 *
 * <p>Nothing is believed that the snippet says about itself. A request counts as answered only with
 * the word that the feed gave out for it, which the snippet learns only by polling.
 */
final class SceneHost {
  private static final int QUIET_BEATS = 60;
  private static final String NEXT = "scene.next";

  private final Scene scene;
  private final long beatMillis;
  private final ScheduledExecutorService clock;
  private final Supplier<OptionalInt> threads;
  private final FeedStub feed;
  private final Deque<VmCalls.Reply> takers = new ArrayDeque<>();
  private final Deque<Integer> prompts = new ArrayDeque<>();
  private final Tally tally = new Tally();
  private Optional<VmCalls.Reply> finisher = Optional.empty();
  private OptionalInt base = OptionalInt.empty();
  private OptionalInt most = OptionalInt.empty();
  private int sent;
  private int promptsSent;
  private int promptsAnswered;
  private long beganNanos;
  private long lastNanos;
  private boolean over;
  private boolean gaveUp;

  /**
   * Prepares a scene.
   *
   * @param threads of the snippet's JVM now
   */
  SceneHost(
      Scene scene, long beatMillis, ScheduledExecutorService clock, Supplier<OptionalInt> threads) {
    this.scene = scene;
    this.beatMillis = beatMillis;
    this.clock = clock;
    this.threads = threads;
    this.feed =
        new FeedStub(
            scene.feed(),
            scene.requests(),
            work -> after(1, work),
            new FeedStub.Watch() {
              @Override
              public void held() {
                sendPrompt();
              }

              @Override
              public boolean promptsDone() {
                return promptsAnswered >= promptsSent;
              }

              @Override
              public void gateIsFull() {
                countThreads();
              }
            });
    for (int request = 1; request <= scene.requests(); request++) {
      feed.word(request, Long.toHexString(ThreadLocalRandom.current().nextLong()));
    }
  }

  synchronized void ask(long number, String verb, List<String> arguments, VmCalls.Reply reply) {
    if (!verb.equals(NEXT) || mayHaveNext()) {
      lastNanos = System.nanoTime();
    }
    switch (verb) {
      case "scene.open" -> reply.ok(limits());
      case "scene.begin" -> begin(reply);
      case NEXT -> next(reply);
      case "scene.finish" -> {
        finisher = Optional.of(reply);
        finishIfDone();
      }
      case "feed.poll" -> {
        if (over) {
          reply.failed("the scene is over");
        } else {
          feed.poll(number, requestOf(arguments), reply);
        }
      }
      default -> reply.failed("the lab knows no " + verb);
    }
  }

  synchronized void tell(String verb, List<String> arguments) {
    lastNanos = System.nanoTime();
    switch (verb) {
      case "scene.answer" -> answer(requestOf(arguments), arguments.get(2), arguments.get(3));
      case "scene.refuse" -> end(requestOf(arguments), End.REFUSED, arguments.get(3));
      case "cancel" -> feed.cancel(Long.parseLong(arguments.getFirst()));
      default -> throw new IllegalArgumentException("the lab knows no " + verb);
    }
  }

  private static int requestOf(List<String> arguments) {
    return Integer.parseInt(arguments.get(1));
  }

  private List<String> limits() {
    return List.of(
        Integer.toString(scene.limits().bulkhead()),
        Long.toString(scene.limits().timeoutBeats() * beatMillis),
        Integer.toString(scene.limits().retries()));
  }

  private void begin(VmCalls.Reply reply) {
    base = threads.get();
    most = base;
    beganNanos = System.nanoTime();
    watch();
    reply.ok(List.of());
  }

  /** Looks at the threads, and whether anything still happens, twice a beat. */
  private void watch() {
    var _ = clock.schedule(this::look, Math.max(1, beatMillis / 2), TimeUnit.MILLISECONDS);
  }

  private synchronized void look() {
    if (over) {
      return;
    }
    countThreads();
    long quiet = (System.nanoTime() - lastNanos) / 1_000_000;
    if (quiet > QUIET_BEATS * beatMillis && !feed.willAct()) {
      gaveUp = tally.ended() < scene.requests() + promptsSent;
      close();
      return;
    }
    watch();
  }

  private void countThreads() {
    var now = threads.get();
    if (now.isPresent()) {
      most = OptionalInt.of(Math.max(most.orElse(0), now.getAsInt()));
    }
  }

  private void after(int beats, Runnable work) {
    var _ =
        clock.schedule(
            () -> {
              synchronized (this) {
                if (!over) {
                  work.run();
                  lastNanos = System.nanoTime();
                }
              }
            },
            beats * beatMillis,
            TimeUnit.MILLISECONDS);
  }

  /** To ask for more when there is no more is no progress, however often it is done. */
  private boolean mayHaveNext() {
    return !prompts.isEmpty()
        || sent < scene.requests()
        || (promptsSent < scene.promptRequests() && !over);
  }

  private void next(VmCalls.Reply reply) {
    if (!prompts.isEmpty()) {
      reply.ok(List.of(Integer.toString(prompts.removeFirst()), "/"));
    } else if (sent < scene.requests()) {
      sent++;
      reply.ok(List.of(Integer.toString(sent), "/check_feed"));
    } else if (promptsSent < scene.promptRequests() && !over) {
      takers.add(reply);
    } else {
      reply.ok(List.of());
    }
  }

  /** A title page is asked for while the feed holds a poll. */
  private void sendPrompt() {
    if (promptsSent < scene.promptRequests()) {
      promptsSent++;
      prompts.add(Tally.prompt(promptsSent));
      if (!takers.isEmpty()) {
        next(takers.removeFirst());
      }
      releaseTakers();
    }
  }

  private void releaseTakers() {
    if (over || promptsSent >= scene.promptRequests()) {
      while (!takers.isEmpty()) {
        next(takers.removeFirst());
      }
    }
  }

  private void answer(int request, String word, String server) {
    if (Tally.isPrompt(request)) {
      if (tally.has(request) || over) {
        return;
      }
      promptsAnswered += feed.holdsAny() ? 1 : 0;
      end(request, End.ANSWERED, server);
      feed.promptAnswered();
    } else {
      end(request, feed.isWordOf(request, word) ? End.ANSWERED : End.WRONGLY, server);
    }
  }

  private void end(int request, End how, String server) {
    if ((isOrdinary(request) || isPrompt(request)) && !over) {
      tally.add(request, how, server);
      finishIfDone();
    }
  }

  private boolean isOrdinary(int request) {
    return request >= 1 && request <= sent;
  }

  private boolean isPrompt(int request) {
    return Tally.isPrompt(request) && request <= Tally.prompt(promptsSent);
  }

  private void finishIfDone() {
    if (over) {
      finisher.ifPresent(reply -> reply.ok(evidence(Optional.empty()).lines()));
      finisher = Optional.empty();
    } else if (finisher.isPresent()
        && sent == scene.requests()
        && tally.ended() == scene.requests() + promptsSent) {
      close();
    }
  }

  /** Ends the scene: nothing that comes later counts. */
  synchronized void close() {
    if (!over) {
      over = true;
      countThreads();
      feed.close();
      releaseTakers();
      finishIfDone();
    }
  }

  /** Whether the scene is over. */
  synchronized boolean isOver() {
    return over;
  }

  synchronized SceneEvidence evidence(Optional<Long> controlMillis) {
    return new SceneEvidence(
        scene.id(),
        sent,
        tally.answered(),
        tally.count(End.WRONGLY),
        tally.count(End.REFUSED),
        feed.polls(),
        feed.atOnce(),
        feed.turnedAway(),
        feed.cancelled(),
        feed.inOrder(),
        promptsAnswered,
        base,
        most,
        Math.max(0, (lastNanos - beganNanos) / 1_000_000),
        controlMillis,
        gaveUp,
        tally.servers());
  }
}
