package lab.jshell.kit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import lab.jshell.child.LabLine;
import lab.jshell.child.LabLine.LabFailure;

/** What a snippet is tried on: requests that arrive, and a feed that takes its time. */
public final class Scene {
  private final String id;
  private final Limits limits;
  private final ExecutorService loop =
      Executors.newSingleThreadExecutor(
          work -> Thread.ofPlatform().daemon().name("event-loop").unstarted(work));

  private Scene(String id, Limits limits) {
    this.id = id;
    this.limits = limits;
  }

  /** What is done with a scene. */
  @FunctionalInterface
  public interface Play {
    /** Serves the scene's requests. */
    void serve(Scene scene) throws Exception;
  }

  /**
   * Lets some code serve a scene, and waits until every request has come to its end, or the lab has
   * given up.
   *
   * @return what the lab saw, in lines
   * @throws Exception what the code threw
   */
  public static List<String> play(String id, Play play) throws Exception {
    var opened = LabLine.ask("scene.open", List.of(id));
    var scene =
        new Scene(
            id,
            new Limits(
                Integer.parseInt(opened.get(0)),
                Duration.ofMillis(Long.parseLong(opened.get(1))),
                Integer.parseInt(opened.get(2))));
    try {
      // The loop's thread is there before the lab counts what a snippet adds.
      scene.loop.submit(() -> {}).get();
      LabLine.ask("scene.begin", List.of(id));
      play.serve(scene);
      return LabLine.ask("scene.finish", List.of(id));
    } finally {
      scene.loop.shutdownNow();
    }
  }

  /** The requests, as they arrive. */
  public Requests requests() {
    return new Requests(id);
  }

  /** The feed for blocking code. */
  public BlockingFeed feed() {
    return this::poll;
  }

  /** The feed for non-blocking code; its answers come on the event loop. */
  public NonBlockingFeed nonBlockingFeed() {
    return this::begin;
  }

  /** What was agreed on with the feed. */
  public Limits limits() {
    return limits;
  }

  /** Handles each request on the event loop: one thread for all of them. */
  public void onLoop(Consumer<Request> handler) {
    for (var request : requests()) {
      loop.execute(() -> handle(request, handler));
    }
  }

  /** Handles each request on a virtual thread of its own, and waits for all of them. */
  public void onVirtualThreads(Consumer<Request> handler) throws InterruptedException {
    var threads = new ArrayList<Thread>();
    for (var request : requests()) {
      threads.add(Thread.startVirtualThread(() -> handle(request, handler)));
    }
    for (var thread : threads) {
      thread.join();
    }
  }

  private static void handle(Request request, Consumer<Request> handler) {
    try {
      handler.accept(request);
    } catch (RuntimeException e) {
      request.refuse("the handler threw " + e);
    }
  }

  private List<String> question(Request request, String how) {
    return List.of(id, Integer.toString(request.number()), how);
  }

  private String poll(Request request) {
    try {
      return LabLine.ask("feed.poll", question(request, "blocking")).getFirst();
    } catch (LabFailure e) {
      throw new FeedFailure(Objects.toString(e.getMessage()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new FeedFailure("the poll was interrupted");
    }
  }

  private CompletableFuture<String> begin(Request request) {
    var pending = LabLine.begin("feed.poll", question(request, "callback"));
    var answer = new Answer(pending);
    var _ =
        pending
            .reply()
            .handleAsync(
                (fields, failure) ->
                    failure == null
                        ? answer.complete(fields.getFirst())
                        : answer.completeExceptionally(
                            new FeedFailure(String.valueOf(failure.getMessage()))),
                loop);
    return answer;
  }

  /** The answer to a poll; cancelling it ends the poll. */
  private static final class Answer extends CompletableFuture<String> {
    private final LabLine.Pending pending;

    Answer(LabLine.Pending pending) {
      this.pending = pending;
    }

    @Override
    public boolean cancel(boolean mayInterrupt) {
      pending.cancel();
      return super.cancel(mayInterrupt);
    }
  }
}
