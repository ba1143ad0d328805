package lab.nginx.routing.doubt;

/** Ends the search for an answer where a static one would be a guess. */
public final class CannotTell extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * @param reason what the answer would depend on, as a sentence without its full stop
   */
  public CannotTell(String reason) {
    super(reason, null, false, false);
  }

  public String reason() {
    return String.valueOf(getMessage());
  }
}
