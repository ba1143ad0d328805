package server.poll;

import java.util.concurrent.CompletableFuture;

/** The feed as non-blocking code sees it. */
@FunctionalInterface
public interface NonBlockingFeed {
  /**
   * Begins a poll and returns at once.
   *
   * @return completes later, never before this method has returned, with the update (one JSON
   *     object on one line) or with a {@link FeedFailure}; cancelling it ends the poll
   */
  CompletableFuture<String> poll();
}
