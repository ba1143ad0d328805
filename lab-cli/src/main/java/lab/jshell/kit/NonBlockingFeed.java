package lab.jshell.kit;

import java.util.concurrent.CompletableFuture;

/** The feed as non-blocking code sees it. */
@FunctionalInterface
public interface NonBlockingFeed {
  /**
   * Begins a poll for a request and returns at once.
   *
   * @return completes later, on the event loop, with the word that answers this request, or with a
   *     {@link FeedFailure}; cancelling it ends the poll
   */
  CompletableFuture<String> poll(Request request);
}
