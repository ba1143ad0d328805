package lab.jshell.kit;

/** A poll that the feed did not answer with a word. */
public final class FeedFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * Says why.
   *
   * @param reason one clause
   */
  public FeedFailure(String reason) {
    super(reason);
  }
}
