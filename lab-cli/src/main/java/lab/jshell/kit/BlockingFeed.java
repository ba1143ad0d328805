package lab.jshell.kit;

/** The feed as blocking code sees it. */
@FunctionalInterface
public interface BlockingFeed {
  /**
   * Polls the feed once for a request, and waits for the answer, however long it takes. An
   * interrupt ends the poll.
   *
   * @return the word that answers this request, and no other one
   * @throws FeedFailure when there is no answer
   */
  String poll(Request request);
}
