package server.routes;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import server.poll.FeedFailure;
import server.poll.NonBlockingFeed;

/**
 * One stream as a chain of callbacks: poll, write, flush, and poll again once the client has taken
 * the line. A slow client so slows its own stream and nothing else.
 *
 * <p>All methods run on one thread, the container's and the feed's callbacks included.
 */
final class NonBlockingStream implements WriteListener {
  private final NonBlockingFeed feed;
  private final Visit visit;
  private final ServletOutputStream out;
  private final CompletableFuture<String> end = new CompletableFuture<>();
  private Optional<CompletableFuture<String>> poll = Optional.empty();
  private boolean unflushed = true;

  NonBlockingStream(NonBlockingFeed feed, Visit visit, ServletOutputStream out) {
    this.feed = feed;
    this.visit = visit;
    this.out = out;
  }

  /** Sends the headers and begins to poll; the result completes when the stream has ended. */
  CompletableFuture<String> start() {
    visit.whenClientLeaves(this::leave);
    out.setWriteListener(this);
    return end;
  }

  /** Goes on where the client let us; the container calls it whenever it may be written again. */
  @Override
  public void onWritePossible() throws IOException {
    while (!end.isDone() && poll.isEmpty() && out.isReady()) {
      if (unflushed) {
        unflushed = false;
        out.flush();
      } else {
        var next = feed.poll();
        poll = Optional.of(next);
        var _ = next.whenComplete(this::onUpdate);
      }
    }
  }

  private void onUpdate(String line, Throwable problem) {
    poll = Optional.empty();
    if (end.isDone()) {
      return;
    }
    try {
      if (problem instanceof FeedFailure failure) {
        visit.failed();
        StreamFeed.send(out, failure.json() + "\n");
        end.complete("");
      } else {
        StreamFeed.send(out, line);
        visit.tick();
        unflushed = true;
        onWritePossible();
      }
    } catch (IOException clientLeft) {
      leave();
    }
  }

  @Override
  public void onError(Throwable clientLeft) {
    leave();
  }

  private void leave() {
    if (!end.isDone()) {
      visit.left();
      end.complete(""); // first, so that onUpdate lets a cancelled poll pass
      poll.ifPresent(waiting -> waiting.cancel(false));
    }
  }
}
