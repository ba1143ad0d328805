package server.poll;

/** The feed as blocking code sees it. */
@FunctionalInterface
public interface BlockingFeed {
  /**
   * Polls once and waits for the answer, however long it takes.
   *
   * @return the update, one JSON object on one line
   * @throws FeedFailure when there is none
   */
  String poll() throws FeedFailure;
}
